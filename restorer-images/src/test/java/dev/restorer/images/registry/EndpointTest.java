package dev.restorer.images.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restorer.images.reference.Reference;
import dev.restorer.images.reference.RegistryReference;
import dev.restorer.spi.ImageCredentials;
import dev.restorer.spi.ImageReadException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whether a registry that may be used without TLS has TLS, as a proxy sees the requests that test it. */
@Timeout(60)
class EndpointTest {

    private static final RegistryReference IMAGE = (RegistryReference) Reference.parse("r.example/a/b:1");

    private static RegistryImages through(TestProxy proxy) {
        return TestRegistry.images(
                TestRegistry.configuration()
                        .environment(Map.of("HTTPS_PROXY", proxy.address(), "HTTP_PROXY", proxy.address()))
                        .readTimeout(Duration.ofMillis(500))
                        .insecureRegistries(Set.of("r.example")),
                ImageCredentials.none());
    }

    private static void assertFails(RegistryImages images, String problem) {
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> images.image(IMAGE))
                .withMessageContaining(problem);
    }

    @Test
    void aTestForTlsThatIsInterruptedIsRepeated() throws Exception {
        try (TestRegistry registry = new TestRegistry();
                TestProxy proxy = new TestProxy(ServerSocketFactory.getDefault(), registry.port());
                RegistryImages images = through(proxy)) {
            Thread.currentThread().interrupt();
            assertFails(images, "was interrupted");
            assertThat(Thread.interrupted()).isTrue();
            proxy.requests().clear();
            proxy.withoutTls("404 Not Found");
            assertThat(images.image(IMAGE)).isEmpty();
            assertThat(proxy.requests()).startsWith("CONNECT r.example:443 HTTP/1.1");
        }
    }

    @Test
    void aTunnelThatIsRefusedDoesNotMeanThatTheRegistryHasNoTls() throws Exception {
        try (TestRegistry registry = new TestRegistry();
                TestProxy proxy = new TestProxy(ServerSocketFactory.getDefault(), registry.port());
                RegistryImages images = through(proxy)) {
            proxy.refusing("503 Service Unavailable");
            assertFails(images, "the proxy replies with status 503");
            assertThat(proxy.requests()).containsOnly("CONNECT r.example:443 HTTP/1.1");
        }
    }

    @Test
    void aRegistryThatDoesNotReplyInTimeMayHaveTls() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
                TestProxy proxy = new TestProxy(ServerSocketFactory.getDefault(), silent.getLocalPort());
                RegistryImages images = through(proxy)) {
            assertFails(images, "it did not reply in time");
            assertThat(proxy.requests()).containsOnly("CONNECT r.example:443 HTTP/1.1");
        }
    }
}
