package dev.restorer.images.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restorer.fixtures.DockerRegistry;
import dev.restorer.fixtures.TestKeys;
import dev.restorer.images.TestImage;
import dev.restorer.images.reference.Digest;
import dev.restorer.images.reference.Reference;
import dev.restorer.images.reference.RegistryReference;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImageCredential;
import dev.restorer.spi.ImageCredentials;
import dev.restorer.spi.ImageDocuments;
import dev.restorer.spi.ImageReadException;
import dev.restorer.spi.ImageSourceConfiguration;
import dev.restorer.spi.LayerContents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests with the registry of Docker and images pushed by skopeo. */
@Timeout(180)
@Tag("long")
class DockerRegistryTest {

    private static final byte[] LAYER = new byte[10_000];

    /** The bcrypt hash of the password p:a. */
    private static final String HTPASSWD = "u:$2b$04$aaaaaaaaaaaaaaaaaaaaaO40pqIffTuxFWsvFJ2TGOqxL3mF07e2i\n";

    private static final ImageCredentials USER =
            (registry, repository) -> Optional.of(new ImageCredential.Basic("u", "p:a"));
    private static final ImageCredentials OTHER =
            (registry, repository) -> Optional.of(new ImageCredential.Basic("u", "other"));

    @TempDir
    Path directory;

    private Path layout;
    private TestImage written;

    @BeforeEach
    void write() throws IOException {
        layout = directory.resolve("layout");
        written = TestImage.of(Map.of("io.buildpacks.x", "y"), LAYER).into(layout);
        Files.write(layout.resolve("index.json"), TestImage.index(written.descriptor(TestImage.named("1"))));
    }

    private static RegistryReference reference(DockerRegistry registry, String tag) {
        return (RegistryReference) Reference.parse(registry.name() + "/a/b:" + tag);
    }

    private static Optional<Image> image(
            DockerRegistry registry, ImageSourceConfiguration.Builder configuration, ImageCredentials credentials) {
        try (RegistryImages images = TestRegistry.images(configuration, credentials)) {
            return images.image(reference(registry, "1"));
        }
    }

    private void push() throws IOException, InterruptedException {
        try (DockerRegistry registry = DockerRegistry.start(directory)) {
            registry.push(layout, "1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"oci", "v2s2"})
    void imagesOfBothFormatsAreRead(String format) throws Exception {
        try (DockerRegistry registry = DockerRegistry.start(directory);
                RegistryImages images = TestRegistry.images()) {
            registry.push(layout, "1", "--format", format);
            Image image = images.image(reference(registry, "1")).orElseThrow();
            assertThat(image.labels()).containsEntry("io.buildpacks.x", "y");
            assertThat(image.diffIds()).isEqualTo(written.diffIds());
            try (LayerContents layer = image.layer(image.diffIds().get(0)).orElseThrow();
                    GZIPInputStream unpacked = new GZIPInputStream(layer.stream())) {
                assertThat(unpacked.readAllBytes()).isEqualTo(LAYER);
            }
            assertThat(images.image(reference(registry, "2"))).isEmpty();
            assertThat(image.digestReference()).isEqualTo(registry.name() + "/a/b@" + image.digest());
            Reference byDigest = Reference.parse(image.digestReference());
            assertThat(images.image((RegistryReference) byDigest)).isPresent();
            ImageDocuments documents = image.documents();
            assertThat(documents.mediaType()).contains(format.equals("oci") ? "oci.image" : "docker.distribution");
            assertThat(Digest.sha256(documents.manifest())).hasToString(image.digest());
            assertThat(Digest.sha256(documents.config())).hasToString(documents.configDigest());
        }
    }

    @Test
    void layersInZstdAreReturned() throws Exception {
        try (DockerRegistry registry = DockerRegistry.start(directory);
                RegistryImages images = TestRegistry.images()) {
            registry.push(layout, "1", "--format", "oci", "--dest-compress-format", "zstd");
            Image image = images.image(reference(registry, "1")).orElseThrow();
            try (LayerContents layer = image.layer(image.diffIds().get(0)).orElseThrow()) {
                byte[] stored = layer.stream().readAllBytes();
                assertThat(new ByteArrayInputStream(Arrays.copyOf(stored, 4)))
                        .hasBinaryContent(new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd});
            }
        }
    }

    @Test
    void theImageForThePlatformIsChosenFromAnIndex() throws Exception {
        TestImage arm = TestImage.on("linux", "arm64").into(layout);
        TestImage s390x = TestImage.on("linux", "s390x").into(layout);
        byte[] index = TestImage.index(
                arm.descriptor(TestImage.platform("linux", "arm64", "v8")),
                written.descriptor(TestImage.platform("linux", "amd64", "")),
                s390x.descriptor(TestImage.platform("linux", "s390x", "")));
        Path unused = TestImage.blob(layout, index);
        String all = TestImage.descriptor(TestImage.OCI_INDEX, index, TestImage.named("1"));
        Files.write(layout.resolve("index.json"), TestImage.index(all));
        try (DockerRegistry registry = DockerRegistry.start(directory)) {
            registry.push(layout, "1", "--all");
            assertThat(image(registry, TestRegistry.configuration(), ImageCredentials.none())
                            .orElseThrow()
                            .diffIds())
                    .isEqualTo(written.diffIds());
        }
    }

    @Test
    void basicAuthenticationSucceeds() throws Exception {
        push();
        Path passwords = Files.writeString(directory.resolve("htpasswd"), HTPASSWD);
        String auth = "auth: {htpasswd: {realm: r, path: " + passwords + "}}\n";
        try (DockerRegistry registry = DockerRegistry.start(directory, "", auth)) {
            assertThat(image(registry, TestRegistry.configuration(), USER)).isPresent();
            assertThat(image(registry, TestRegistry.configuration(), ImageCredentials.none()))
                    .isEmpty();
            assertThatExceptionOfType(ImageReadException.class)
                    .isThrownBy(() -> image(registry, TestRegistry.configuration(), OTHER))
                    .withMessageContaining("rejects the credentials");
        }
    }

    @Test
    void onlyTrustedCertificatesAreAccepted() throws Exception {
        push();
        TestKeys keys = new TestKeys(directory);
        String http = ", tls: {certificate: " + keys.certificate() + ", key: " + keys.keyFile() + "}";
        try (DockerRegistry registry = DockerRegistry.start(directory, http, "")) {
            ImageSourceConfiguration.Builder trusting = TestRegistry.configuration()
                    .environment(Map.of("SSL_CERT_FILE", keys.certificate().toString()));
            assertThat(image(registry, trusting, ImageCredentials.none())).isPresent();
            ImageSourceConfiguration.Builder given = TestRegistry.configuration()
                    .environment(Map.of("SSL_CERT_FILE", "/none.pem"))
                    .files(Map.of(Path.of("/none.pem"), Files.readAllBytes(keys.certificate())));
            assertThat(image(registry, given, ImageCredentials.none())).isPresent();
            assertThatExceptionOfType(ImageReadException.class)
                    .isThrownBy(() -> image(registry, TestRegistry.configuration(), ImageCredentials.none()))
                    .withMessageContaining("its certificate is not trusted")
                    .withMessageContaining("SSL_CERT_FILE");
            ImageSourceConfiguration.Builder insecure =
                    TestRegistry.configuration().insecureRegistries(Set.of(registry.name()));
            assertThat(image(registry, insecure, ImageCredentials.none())).isPresent();
        }
    }

    /** A server in Java would reject such a name. */
    @ParameterizedTest
    @CsvSource({"*.storage.example, true", "*.another.example, false"})
    void aHostWhoseNameHasAnUnderscoreIsVerified(String certified, boolean isTrusted) throws Exception {
        push();
        TestKeys keys = new TestKeys(directory, "dns:" + certified);
        String http = ", tls: {certificate: " + keys.certificate() + ", key: " + keys.keyFile() + "}";
        InMemoryDnsResolver names = new InMemoryDnsResolver();
        names.add("my_bucket.storage.example", InetAddress.getLoopbackAddress());
        ImageSourceConfiguration.Builder trusting = TestRegistry.configuration()
                .environment(Map.of("SSL_CERT_FILE", keys.certificate().toString()));
        try (DockerRegistry registry = DockerRegistry.start(directory, http, "");
                RegistryImages images = TestRegistry.images(trusting, names)) {
            RegistryReference reference =
                    (RegistryReference) Reference.parse("my_bucket.storage.example:" + registry.port() + "/a/b:1");
            if (isTrusted) {
                assertThat(images.image(reference)).isPresent();
            } else {
                assertThatExceptionOfType(ImageReadException.class)
                        .isThrownBy(() -> images.image(reference))
                        .withMessageContaining("certificate");
            }
        }
    }

    @Test
    void tokenAuthenticationSucceeds() throws Exception {
        push();
        TestKeys keys = new TestKeys(directory);
        String token = new SignedTokens(keys).reading();
        try (TestRegistry server = new TestRegistry()) {
            server.on("/token", exchange -> {
                boolean isUser =
                        "Basic dTpwOmE=".equals(exchange.getRequestHeaders().getFirst("Authorization"));
                TestRegistry.send(
                        exchange, isUser ? 200 : 401, TestImage.json("{'token':'" + (isUser ? token : "") + "'}"));
            });
            String auth = "auth: {token: {realm: \"http://" + server.name()
                    + "/token\", service: service, issuer: issuer, rootcertbundle: " + keys.certificate() + "}}\n";
            try (DockerRegistry registry = DockerRegistry.start(directory, "", auth)) {
                assertThat(image(registry, TestRegistry.configuration(), USER)).isPresent();
                assertThat(image(registry, TestRegistry.configuration(), ImageCredentials.none()))
                        .isEmpty();
                assertThatExceptionOfType(ImageReadException.class)
                        .isThrownBy(() -> image(registry, TestRegistry.configuration(), OTHER))
                        .withMessageContaining("rejects the credentials");
            }
        }
    }
}
