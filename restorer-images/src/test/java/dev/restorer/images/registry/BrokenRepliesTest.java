package dev.restorer.images.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import dev.restorer.images.TestImage;
import dev.restorer.spi.ImageCredential;
import dev.restorer.spi.ImageCredentials;
import dev.restorer.spi.ImageReadException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections that break while the body of a document is sent. */
@Timeout(60)
class BrokenRepliesTest {

    private final TestImage written = TestImage.of(Map.of());
    private TestRegistry registry;

    @BeforeEach
    void start() throws IOException {
        registry = new TestRegistry().with("1", written);
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    /** Sends half of a body and closes the connection, some times. */
    private static TestRegistry.Handler breaking(int times, String type, byte[] body) {
        AtomicInteger time = new AtomicInteger();
        TestRegistry.Handler whole = TestRegistry.answering(type, body);
        return exchange -> {
            if (time.incrementAndGet() > times) {
                whole.handle(exchange);
                return;
            }
            sendHalf(exchange, type, body);
        };
    }

    private static void sendHalf(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(Arrays.copyOf(body, body.length / 2));
        exchange.getResponseBody().flush();
        throw new IOException("the connection is closed without the rest");
    }

    private long asked(String path) {
        return registry.asked().stream().filter(each -> each.contains(path)).count();
    }

    @Test
    void aManifestIsRequestedAgain() {
        registry.on("/v2/a/b/manifests/1", breaking(2, TestImage.OCI_MANIFEST, written.manifest()));
        assertThat(registry.image(ImageCredentials.none())).isPresent();
        assertThat(asked("/manifests/1")).isEqualTo(3);
    }

    @Test
    void aManifestOfAnIndexIsRequestedAgain() {
        byte[] index = TestImage.index(written.descriptor(TestImage.platform("linux", "amd64", "")));
        registry.on("/v2/a/b/manifests/1", TestRegistry.answering(TestImage.OCI_INDEX, index));
        registry.on("/v2/a/b/manifests/" + written.digest(), breaking(2, TestImage.OCI_MANIFEST, written.manifest()));
        assertThat(registry.image(ImageCredentials.none())).isPresent();
    }

    @Test
    void aTokenIsRequestedAgain() {
        for (ImageCredential credential :
                List.of(new ImageCredential.Basic("u", "p"), new ImageCredential.IdentityToken("i"))) {
            TestRegistry.Handler manifest = TestRegistry.answering(TestImage.OCI_MANIFEST, written.manifest());
            registry.on("/v2/a/b/manifests/1", exchange -> {
                if ("Bearer t".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                    manifest.handle(exchange);
                } else {
                    TestRegistry.status(
                                    401, "WWW-Authenticate", "Bearer realm=\"http://" + registry.name() + "/token\"")
                            .handle(exchange);
                }
            });
            registry.on("/token", breaking(2, "application/json", TestImage.json("{'token':'t'}")));
            assertThat(registry.image((host, repository) -> Optional.of(credential)))
                    .isPresent();
        }
    }

    @Test
    void aManifestThatAlwaysBreaksIsReportedInPlainWords() {
        registry.on("/v2/a/b/manifests/1", breaking(Integer.MAX_VALUE, TestImage.OCI_MANIFEST, written.manifest()));
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> registry.image(ImageCredentials.none()))
                .withMessage("The image " + registry.name() + "/a/b:1 cannot be read from " + registry.name()
                        + ": the connection broke. Try again later, or build without the image.");
        assertThat(asked("/manifests/1")).isEqualTo(3);
    }
}
