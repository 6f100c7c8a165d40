package dev.restorer.images.registry;

import static dev.restorer.images.registry.TestRegistry.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.restorer.images.TestImage;
import dev.restorer.images.reference.Digest;
import dev.restorer.spi.DamagedImageException;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImageCredentials;
import dev.restorer.spi.ImageReadException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures of the storage that a registry redirects to, which is another host. */
@Timeout(60)
class StorageFailuresTest {

    private static final byte[] LAYER = {1, 2, 3};

    private final TestImage written = TestImage.of(Map.of(), LAYER);
    private final String config = TestRegistry.blob(Digest.sha256(written.config()));
    private final String layer = TestRegistry.blob(Digest.sha256(LAYER));
    private TestRegistry registry;
    private TestRegistry storage;

    @BeforeEach
    void start() throws IOException {
        registry = new TestRegistry().with("1", written);
        storage = new TestRegistry().with("1", written);
        for (String blob : new String[] {config, layer}) {
            registry.on(blob, status(307, "Location", "http://" + storage.name() + blob));
        }
    }

    @AfterEach
    void stop() {
        registry.close();
        storage.close();
    }

    private void assertNoImage(String problemAndRemedy) {
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> registry.image(ImageCredentials.none()))
                .withMessage("The image " + registry.name() + "/a/b:1 cannot be read from " + registry.name()
                        + ": it redirects to http://" + storage.name() + ", where the request fails: "
                        + problemAndRemedy);
    }

    @Test
    void aStorageThatCannotBeReachedIsNamed() {
        storage.close();
        assertNoImage("it cannot be reached. Let this machine reach that host, directly or through a proxy.");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aStorageThatRefusesSaysNothingAboutCredentials(int status) {
        storage.on(config, status(status, "WWW-Authenticate", "Basic realm=\"r\""));
        assertNoImage("it replies with status " + status
                + ". Check the clock of this machine, and that the registry may read its storage.");
        assertThat(storage.asked()).hasSize(1);
    }

    @Test
    void aStorageThatFailsIsNamed() {
        storage.on(config, status(500));
        assertNoImage("it replies with status 500. Try again later, or build without the image.");
    }

    @Test
    void aConfigThatTheStorageDoesNotHaveIsMissing() {
        storage.on(config, status(404));
        assertThatExceptionOfType(DamagedImageException.class)
                .isThrownBy(() -> registry.image(ImageCredentials.none()))
                .withMessageContaining("does not exist");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 500})
    void theStorageIsNamedForALayerToo(int status) throws IOException {
        storage.on(layer, status(status));
        try (RegistryImages images = TestRegistry.images()) {
            Image image = images.image(registry.reference(":1")).orElseThrow();
            assertThatIOException()
                    .isThrownBy(() -> image.layer(written.diffIds().get(0)))
                    .withMessage("it redirects to http://" + storage.name()
                            + ", where the request fails: it replies with status " + status);
        }
    }

    @Test
    void theStorageIsNamedIfItsConnectionsBreak() {
        storage.on(config, exchange -> {
            exchange.sendResponseHeaders(200, 1_000_000);
            exchange.getResponseBody().flush();
        });
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> registry.image(ImageCredentials.none()))
                .withMessageContaining("at last after 0 bytes: it redirects to http://" + storage.name()
                        + ", where the request fails: ");
    }
}
