package dev.restorer.shastore.redis.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.shastore.redis.settings.Node;
import java.io.IOException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.exceptions.JedisConnectionException;

@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FailuresTest {

    private static final Node NODE = new Node("127.0.0.1", 1);

    /** Exceptions of other libraries may be the causes of each other. */
    private static <T extends Exception> T inCycle(T failure) {
        failure.initCause(new IllegalStateException("another", failure));
        return failure;
    }

    @Test
    void aBrokenConnectionIsReportedAlsoIfItsCausesAreInACycle() {
        assertThat(Failures.broken(NODE, inCycle(new JedisConnectionException("broken")), false))
                .hasMessage(NODE + " closed the connection before it replied");
    }

    @Test
    void aRejectedCertificateIsReportedAlsoIfItsCausesAreInACycle() {
        IOException handshake = new SSLHandshakeException("a message");
        handshake.initCause(inCycle(new CertificateException("rejected")));
        assertThat(Failures.tls(NODE, handshake)).hasMessageContaining(" has a certificate that is rejected: ");
    }
}
