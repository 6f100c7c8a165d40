package dev.restorer.images.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.restorer.fixtures.CapturedLog;
import dev.restorer.fixtures.TestKeys;
import dev.restorer.images.TestImage;
import dev.restorer.images.reference.Digest;
import dev.restorer.images.reference.Reference;
import dev.restorer.images.reference.RegistryReference;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImageCredentials;
import dev.restorer.spi.ImageReadException;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registries with TLS behind a proxy. */
@Tag("long")
@Timeout(60)
class TunnelsTest {

    private static final byte[] LAYER = {1, 2, 3};
    private static final RegistryReference IMAGE = (RegistryReference) Reference.parse("r.example/a/b:1");

    /** The user u and the password gehei:m. */
    private static final String BASIC = "Basic dTpnZWhlaTpt";

    @TempDir
    static Path directory;

    private static TestKeys keys;

    private TestRegistry registry;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = new TestKeys(directory, "dns:r.example,ip:127.0.0.1");
    }

    @BeforeEach
    void start() throws Exception {
        registry = TestRegistry.withTls(keys.serverContext()).with("1", TestImage.of(Map.of(), LAYER));
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private TestProxy plain() throws IOException {
        return new TestProxy(ServerSocketFactory.getDefault(), registry.port());
    }

    private TestProxy withTls() throws IOException, GeneralSecurityException {
        return new TestProxy(keys.serverContext().getServerSocketFactory(), registry.port());
    }

    private static RegistryImages through(String proxy) throws Exception {
        Map<String, String> environment =
                Map.of("HTTPS_PROXY", proxy, "SSL_CERT_FILE", keys.certificate().toString());
        return TestRegistry.images(TestRegistry.configuration().environment(environment), ImageCredentials.none());
    }

    private static void assertIsRead(RegistryImages images) throws IOException {
        Image image = images.image(IMAGE).orElseThrow();
        try (LayerContents layer = image.layer(image.diffIds().get(0)).orElseThrow()) {
            assertThat(layer.stream()).hasBinaryContent(LAYER);
        }
    }

    @Test
    void aRegistryIsReadThroughATunnel() throws Exception {
        try (TestProxy proxy = plain();
                RegistryImages images = through(proxy.address())) {
            assertIsRead(images);
            assertThat(proxy.requests()).isNotEmpty().containsOnly("CONNECT r.example:443 HTTP/1.1");
        }
    }

    @Test
    void aRedirectToAHostWithoutTlsIsNotFollowed() throws Exception {
        String blob = TestRegistry.blob(Digest.sha256(LAYER));
        registry.on(blob, TestRegistry.status(307, "Location", "http://storage.example/layer?secret"));
        try (TestProxy proxy = plain();
                RegistryImages images = through(proxy.address())) {
            Image image = images.image(IMAGE).orElseThrow();
            assertThatIOException()
                    .isThrownBy(() -> image.layer(image.diffIds().get(0)))
                    .withMessage("it redirects to http://storage.example:80, which has no TLS, so it is not contacted");
        }
    }

    @Test
    void aProxyMayBeReachedWithTls() throws Exception {
        try (TestProxy proxy = withTls();
                RegistryImages images = through("https://" + proxy.address())) {
            assertIsRead(images);
            assertThat(proxy.requests()).isNotEmpty().containsOnly("CONNECT r.example:443 HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void aPasswordIsSentToTheProxyAlone(String scheme) throws Exception {
        try (CapturedLog log = new CapturedLog();
                TestProxy proxy = (scheme.equals("http") ? plain() : withTls()).requiring(BASIC);
                RegistryImages images = through(scheme + "://u:gehei%3Am@" + proxy.address())) {
            assertIsRead(images);
            assertThat(proxy.requests()).contains("CONNECT r.example:443 HTTP/1.1 " + BASIC);
            assertThat(registry.asked()).isNotEmpty().noneMatch(each -> each.contains("Basic"));
            assertThat(log.lines()).noneMatch(line -> line.contains("gehei") || line.contains(BASIC));
        }
    }

    @Test
    void aWrongPasswordIsReportedWithoutIt() throws Exception {
        try (TestProxy proxy = plain().requiring(BASIC);
                RegistryImages images = through("http://u:other@" + proxy.address())) {
            assertThatExceptionOfType(ImageReadException.class)
                    .isThrownBy(() -> images.image(IMAGE))
                    .withMessageContaining("r.example/a/b:1 cannot be read from r.example: the proxy ")
                    .withMessageContaining("407")
                    .withMessageNotContaining("other");
        }
    }

    /** The registry itself might reply with 403, which means that the image is not for everyone. */
    @ParameterizedTest
    @ValueSource(strings = {"403 Forbidden", "401 Unauthorized", "404 Not Found", "502 Bad Gateway"})
    void aTunnelThatIsRefusedIsAnError(String status) throws Exception {
        try (TestProxy proxy = plain().refusing(status);
                RegistryImages images = through(proxy.address())) {
            assertThatExceptionOfType(ImageReadException.class)
                    .isThrownBy(() -> images.image(IMAGE))
                    .withMessageContaining("the proxy ")
                    .withMessageContaining(status.substring(0, 3));
        }
    }

    @Test
    void theStatusOfAProxyThatComesThroughATunnelIsOneOfTheRegistry() throws Exception {
        registry.on("/v2/a/b/manifests/1", TestRegistry.status(407));
        try (TestProxy proxy = plain();
                RegistryImages images = through(proxy.address())) {
            assertThatExceptionOfType(ImageReadException.class)
                    .isThrownBy(() -> images.image(IMAGE))
                    .withMessageContaining("replies with status 407")
                    .withMessageNotContaining("the proxy ");
        }
    }

    @Test
    void aProxyThatIsNotTrustedIsReported() throws Exception {
        try (TestProxy proxy = withTls();
                RegistryImages images = TestRegistry.images(
                        TestRegistry.configuration().environment(Map.of("HTTPS_PROXY", "https://" + proxy.address())),
                        ImageCredentials.none())) {
            assertThatExceptionOfType(ImageReadException.class)
                    .isThrownBy(() -> images.image(IMAGE))
                    .withMessageContaining("certificate is not trusted");
            assertThat(proxy.requests()).isEmpty();
        }
    }

    @Test
    void theHostOfTheRegistryIsVerifiedInTheTunnel() throws Exception {
        try (TestProxy proxy = plain();
                RegistryImages images = through(proxy.address())) {
            RegistryReference other = (RegistryReference) Reference.parse("other.example/a/b:1");
            assertThatExceptionOfType(ImageReadException.class)
                    .isThrownBy(() -> images.image(other))
                    .withMessageContaining("its certificate is rejected: \"")
                    .withMessageContaining("other.example")
                    .withMessageContaining("Renew it, write the host that it is for");
        }
    }
}
