package dev.restorer.images.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.restorer.fixtures.CapturedLog;
import dev.restorer.fixtures.Missing;
import dev.restorer.images.TestImage;
import dev.restorer.images.reference.Digest;
import dev.restorer.images.reference.Reference;
import dev.restorer.images.reference.RegistryReference;
import dev.restorer.images.registry.failure.NonRetryableException;
import dev.restorer.images.registry.http.RegistryFailures;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImageCredentials;
import dev.restorer.spi.ImageReadException;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RegistryImagesTest {

    private static final byte[] LAYER = {1, 2, 3};

    private final TestImage written = TestImage.of(Map.of("a", "b"), LAYER);
    private TestRegistry registry;

    @BeforeEach
    void start() throws IOException {
        registry = new TestRegistry().with("1", written);
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void anImageIsFoundByTagWithoutReadingLayers() {
        Image image = registry.image(ImageCredentials.none()).orElseThrow();
        assertThat(image.digest()).isEqualTo(written.digest());
        assertThat(image.reference()).isEqualTo(registry.name() + "/a/b:1");
        assertThat(image.labels()).containsExactly(Map.entry("a", "b"));
        assertThat(registry.asked())
                .containsExactly(
                        "GET /v2/a/b/manifests/1", "GET " + TestRegistry.blob(Digest.sha256(written.config())));
    }

    @Test
    void anImageIsFoundByDigest() {
        try (RegistryImages images = TestRegistry.images()) {
            Image image = images.image(registry.reference(":other@" + written.digest()))
                    .orElseThrow();
            assertThat(image.digest()).isEqualTo(written.digest());
        }
    }

    @Test
    void aLayerIsReturnedAsItIsStored() throws IOException {
        try (RegistryImages images = TestRegistry.images()) {
            Image image = images.image(registry.reference(":1")).orElseThrow();
            try (LayerContents layer = image.layer(written.diffIds().get(0)).orElseThrow()) {
                assertThat(layer.size()).isEqualTo(3);
                assertThat(layer.stream()).hasBinaryContent(LAYER);
            }
        }
    }

    @Test
    void aMissingImageIsEmpty() {
        try (RegistryImages images = TestRegistry.images()) {
            assertThat(images.image(registry.reference(":2"))).isEmpty();
        }
    }

    @Test
    void theImageForThePlatformIsChosen() throws IOException {
        TestImage arm = TestImage.on("linux", "arm64");
        byte[] index = TestImage.index(
                arm.descriptor(TestImage.platform("linux", "arm64", "v8")),
                written.descriptor(TestImage.platform("linux", "amd64", "")));
        registry.on("/v2/a/b/manifests/all", TestRegistry.answering(TestImage.OCI_INDEX, index));
        try (RegistryImages images = TestRegistry.images()) {
            assertThat(images.image(registry.reference(":all")).orElseThrow().digest())
                    .isEqualTo(written.digest());
        }
    }

    @Test
    void theDigestReferenceAndTheDocumentsAreThoseOfTheManifestThatWasTaken() throws IOException {
        byte[] index = TestImage.index(written.descriptor(TestImage.platform("linux", "amd64", "")));
        registry.on("/v2/a/b/manifests/all", TestRegistry.answering(TestImage.OCI_INDEX, index));
        try (RegistryImages images = TestRegistry.images()) {
            Image image = images.image(registry.reference(":all")).orElseThrow();
            assertThat(image.digestReference()).isEqualTo(registry.name() + "/a/b@" + written.digest());
            assertThat(image.documents().manifest()).isEqualTo(written.manifest());
            assertThat(image.documents().config()).isEqualTo(written.config());
        }
    }

    @Test
    void anIndexWithoutThePlatformIsNoImageAndListsItsPlatforms() {
        TestImage arm = TestImage.on("linux", "arm64");
        assertNotFound("linux/arm64/v8", arm.descriptor(TestImage.platform("linux", "arm64", "v8")));
        assertNotFound(
                "linux/arm64/v8, windows/amd64",
                arm.descriptor(TestImage.platform("linux", "arm64", "v8")),
                arm.descriptor(TestImage.platform("windows", "amd64", "")));
        assertNotFound("none", arm.descriptor(TestImage.platform("unknown", "unknown", "")));
        assertNotFound("none");
    }

    private void assertNotFound(String platforms, String... descriptors) {
        registry.on("/v2/a/b/manifests/1", TestRegistry.answering(TestImage.OCI_INDEX, TestImage.index(descriptors)));
        try (CapturedLog log = new CapturedLog()) {
            assertThat(registry.image(ImageCredentials.none())).isEmpty();
            assertThat(log.lines())
                    .containsExactly("INFO The index of " + registry.name() + "/a/b:1 has no image for linux/amd64, but"
                            + " for: " + platforms
                            + ". Push the image for this platform, if a build for it is to use it.");
        }
    }

    @Test
    void anIndexInAnIndexIsChosenByItsPlatformToo() {
        byte[] inner = TestImage.index(written.descriptor(TestImage.platform("linux", "amd64", "")));
        String digest = Digest.sha256(inner).toString();
        registry.on("/v2/a/b/manifests/" + digest, TestRegistry.answering(TestImage.OCI_INDEX, inner));
        for (String platform : List.of("", TestImage.platform("linux", "amd64", ""))) {
            byte[] outer = TestImage.index(TestImage.descriptor(TestImage.OCI_INDEX, inner, platform));
            registry.on("/v2/a/b/manifests/1", TestRegistry.answering(TestImage.OCI_INDEX, outer));
            assertThat(registry.image(ImageCredentials.none())).isPresent();
        }
    }

    @Test
    void aRegistryMayHaveAnIpV6Address() throws IOException {
        InetAddress loopback = InetAddress.getAllByName("::1")[0];
        TestRegistry sixth;
        try {
            sixth = TestRegistry.at(loopback);
        } catch (BindException e) {
            throw Missing.here("This machine has no IPv6: " + e.getMessage(), "Enable IPv6 for its loopback interface");
        }
        try (sixth;
                RegistryImages images = TestRegistry.images()) {
            String name = "[::1]:" + sixth.with("1", written).port();
            Image image = images.image((RegistryReference) Reference.parse(name + "/a/b:1"))
                    .orElseThrow();
            assertThat(image.digestReference()).isEqualTo(name + "/a/b@" + written.digest());
            try (LayerContents layer = image.layer(written.diffIds().get(0)).orElseThrow()) {
                assertThat(layer.stream()).hasBinaryContent(LAYER);
            }
        }
    }

    @Test
    void anUnreachableRegistryIsNamedWithTheImage() throws IOException {
        registry.close();
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> registry.image(ImageCredentials.none()))
                .withMessageContaining(registry.name() + "/a/b:1 cannot be read from " + registry.name())
                .withMessageContaining("cannot be reached")
                .satisfies(e -> assertThat(e.registry()).isEqualTo(registry.name()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "r.example"})
    void aProxyThatIsNoAddressIsReportedWithTheVariable(String registry) {
        Map<String, String> environment = Map.of("HTTPS_PROXY", "http://u:secret@a.example:x");
        try (RegistryImages images =
                TestRegistry.images(TestRegistry.configuration().environment(environment), ImageCredentials.none())) {
            RegistryReference reference = (RegistryReference) Reference.parse(registry + "/a/b:1");
            assertThatExceptionOfType(ImageReadException.class)
                    .isThrownBy(() -> images.image(reference))
                    .withMessage("The image " + registry + "/a/b:1 cannot be read from " + registry
                            + ": HTTPS_PROXY is not the address of a proxy, such as http://proxy.example:3128."
                            + " Correct the environment variable, or unset it.");
        }
    }

    private static ImageCredentials failing() {
        return (host, repository) -> {
            throw new ImageReadException(host, host + "/" + repository, "they cannot be looked up", "Repair it");
        };
    }

    @Test
    void aFailureOfCredentialsNamesTheWholeReference() {
        registry.on("/v2/a/b/manifests/1", TestRegistry.status(401, "WWW-Authenticate", "Basic realm=\"r\""));
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> registry.image(failing()))
                .withMessage("The image " + registry.name() + "/a/b:1 cannot be read from " + registry.name()
                        + ": they cannot be looked up. Repair it.");
    }

    @Test
    void aFailureOfCredentialsForALayerFailsTheLayer() throws IOException {
        registry.on(
                TestRegistry.blob(Digest.sha256(LAYER)),
                TestRegistry.status(401, "WWW-Authenticate", "Basic realm=\"r\""));
        try (RegistryImages images = TestRegistry.images(TestRegistry.configuration(), failing())) {
            Image image = images.image(registry.reference(":1")).orElseThrow();
            assertThatIOException()
                    .isThrownBy(() -> image.layer(written.diffIds().get(0)))
                    .withMessageContaining("they cannot be looked up");
        }
    }

    /** Sends the first byte of the layer, and then nothing but the reply of the handler. */
    private void interruptTheLayer(TestRegistry.Handler next) {
        registry.on(TestRegistry.blob(Digest.sha256(LAYER)), exchange -> {
            if (exchange.getRequestHeaders().getFirst("Range") != null) {
                next.handle(exchange);
                return;
            }
            exchange.sendResponseHeaders(200, LAYER.length);
            exchange.getResponseBody().write(LAYER[0]);
            exchange.getResponseBody().flush();
        });
    }

    private void assertTheLayerEndsWith(String problem) throws IOException {
        try (RegistryImages images = TestRegistry.images(TestRegistry.configuration(), failing())) {
            Image image = images.image(registry.reference(":1")).orElseThrow();
            try (LayerContents layer = image.layer(written.diffIds().get(0)).orElseThrow()) {
                assertThatIOException()
                        .isThrownBy(() -> layer.stream().readAllBytes())
                        .withMessageContaining(problem);
            }
        }
    }

    @Test
    void aFailureOfCredentialsForTheRestOfALayerFailsTheLayer() throws IOException {
        interruptTheLayer(TestRegistry.status(401, "WWW-Authenticate", "Basic realm=\"r\""));
        assertTheLayerEndsWith("they cannot be looked up");
    }

    @Test
    void aFailureToRequestTheRestOfALayerIsDescribed() throws IOException {
        TestRegistry storage = new TestRegistry();
        storage.close();
        interruptTheLayer(TestRegistry.status(307, "Location", "http://" + storage.name() + "/blob"));
        assertTheLayerEndsWith("it cannot be reached");
    }

    @Test
    void theStatusOfALayerIsReportedOnce() {
        registry.on(TestRegistry.blob(Digest.sha256(LAYER)), TestRegistry.status(400));
        try (RegistryImages images = TestRegistry.images()) {
            Image image = images.image(registry.reference(":1")).orElseThrow();
            assertThatIOException()
                    .isThrownBy(() -> image.layer(written.diffIds().get(0)))
                    .withMessageContaining("replies with status 400")
                    .withNoCause();
        }
    }

    @Test
    void theRemedyForAnUnknownHostIsToCheckItsName() {
        IOException unknown = new NonRetryableException("its host is unknown", new UnknownHostException("r.example"));
        assertThat(RegistryFailures.of(registry.reference(":1"), unknown))
                .hasMessageContaining("its host is unknown. Check the name of the registry");
    }
}
