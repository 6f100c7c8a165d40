package dev.restorer.images.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restorer.images.reference.Reference;
import dev.restorer.images.reference.RegistryReference;
import dev.restorer.spi.ImageCredentials;
import dev.restorer.spi.ImageReadException;
import java.util.Map;
import java.util.Set;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whether a registry that may be used without TLS has TLS, as a proxy sees the requests that test it. */
@Timeout(60)
class EndpointTest {

    private static final RegistryReference IMAGE = (RegistryReference) Reference.parse("r.example/a/b:1");

    @Test
    void aTestForTlsThatIsInterruptedIsRepeated() throws Exception {
        try (TestRegistry registry = new TestRegistry();
                TestProxy proxy = new TestProxy(ServerSocketFactory.getDefault(), registry.port());
                RegistryImages images = TestRegistry.images(
                        TestRegistry.configuration()
                                .environment(Map.of("HTTPS_PROXY", proxy.address(), "HTTP_PROXY", proxy.address()))
                                .insecureRegistries(Set.of("r.example")),
                        ImageCredentials.none())) {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(ImageReadException.class)
                    .isThrownBy(() -> images.image(IMAGE))
                    .withMessageContaining("was interrupted");
            assertThat(Thread.interrupted()).isTrue();
            proxy.requests().clear();
            proxy.refusing("403 Forbidden");
            assertThat(images.image(IMAGE)).isEmpty();
            assertThat(proxy.requests()).startsWith("CONNECT r.example:443 HTTP/1.1");
        }
    }
}
