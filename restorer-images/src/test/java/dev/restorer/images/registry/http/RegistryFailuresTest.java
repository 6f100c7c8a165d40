package dev.restorer.images.registry.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.images.reference.Reference;
import dev.restorer.images.reference.RegistryReference;
import dev.restorer.images.registry.failure.EnvironmentException;
import dev.restorer.images.registry.failure.NonRetryableException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RegistryFailuresTest {

    private static String message(IOException failure) {
        RegistryReference reference = (RegistryReference) Reference.parse("r.example/a");
        return String.valueOf(RegistryFailures.of(reference, failure).getMessage());
    }

    @Test
    void anUnknownHostIsReportedWithoutTheTextOfTheResolver() {
        UnknownHostException unknown = new UnknownHostException("b.example: Name or service not known");
        assertThat(message(unknown)).contains(": its host b.example is unknown. Check the name of the registry");
    }

    @Test
    void anUnknownRegistryHasTheRemedyForItsName() {
        IOException failure = new NonRetryableException("its host is unknown", new UnknownHostException("r.example"));
        assertThat(message(failure)).contains(": its host is unknown. Check the name of the registry");
    }

    private static SSLException rejection(Exception cause) {
        SSLException failure = new SSLHandshakeException("a message");
        failure.initCause(new CertificateException(cause));
        return failure;
    }

    @Test
    void theRemedyForAnUnknownCaIsToNameIt() {
        assertThat(message(rejection(new CertPathBuilderException("unable to find a path"))))
                .contains(
                        ": its certificate is not trusted. Check that it has not expired, set SSL_CERT_FILE to the CA");
    }

    @Test
    void theRemedyForACertificateThatHasExpiredIsToRenewIt() {
        assertThat(message(rejection(new CertificateExpiredException("NotAfter: 1 January"))))
                .contains(": its certificate is rejected: \"NotAfter: 1 January\". Renew it, ");
    }

    @Test
    void theRemedyForAnotherHostIsToWriteIt() {
        String problem = "Certificate for <r.example> doesn't match any of the subject alternative names: []";
        assertThat(message(new SSLPeerUnverifiedException(problem)))
                .contains(": its certificate is rejected: \"" + problem + "\". ", "write the host that it is for");
    }

    @Test
    void aHandshakeThatFailsHasNothingToDoWithCas() {
        assertThat(message(new SSLHandshakeException("protocol_version")))
                .contains(": the TLS handshake failed: protocol_version. If the registry has no TLS, ")
                .doesNotContain("SSL_CERT_FILE");
    }

    @Test
    void anEnvironmentVariableThatCannotBeUsedIsToBeCorrected() {
        IOException failure = new ClientProtocolException("no such scheme", new EnvironmentException("no such scheme"));
        assertThat(message(failure)).contains(": no such scheme. Correct the environment variable");
    }

    /** Exceptions of other libraries, such as custom credentials, may be the causes of each other. */
    private static <T extends Exception> T inCycle(T failure) {
        failure.initCause(new IOException("another", failure));
        return failure;
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void causesInACycleHaveARemedyToo() {
        assertThat(message(inCycle(new IOException("broken")))).contains(": broken. Try again later");
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aCertificateThatIsRejectedWithCausesInACycleIsReported() {
        SSLException failure = new SSLHandshakeException("a message");
        failure.initCause(inCycle(new CertificateException("rejected")));
        assertThat(message(failure)).contains(": its certificate is rejected: ");
    }
}
