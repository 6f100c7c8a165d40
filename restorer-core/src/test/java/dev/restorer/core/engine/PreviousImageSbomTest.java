package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.Cancellation;
import dev.restorer.api.RestoreCancelledException;
import dev.restorer.api.RestoreReport;
import dev.restorer.core.contents.MemoryCache;
import dev.restorer.fixtures.CapturedLog;
import dev.restorer.fixtures.Tar;
import dev.restorer.spi.LayerContents;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SBOM files of launch layers, from the SBOM layer of the previous image. */
class PreviousImageSbomTest {

    private static final String PLACE = "/layers/sbom/launch/a_bp/x/";

    @TempDir
    Path directory;

    private final MemoryCache previousImage = new MemoryCache();
    private Build build;

    @BeforeEach
    void createBuild() {
        build = new Build(directory).buildpack("a/bp", "0.10").layer("a/bp", "x", "content");
    }

    private static Tar sbom() {
        return new Tar()
                .directory("/layers/sbom/launch/", 0755)
                .file("/layers/sbom/launch/sbom.legacy.json", "[]")
                .file(PLACE + "sbom.cdx.json", "image");
    }

    private RestoreReport restore() {
        return build.restore(build.options().previousImage(previousImage));
    }

    @Test
    void itsFilesGoNextToTheLayersThatTheyDescribe() {
        build.launchSbom(previousImage.add(sbom().bytes()));
        try (CapturedLog log = new CapturedLog()) {
            assertThat(restore().launchSbom()).containsExactly(build.layers.resolve("a_bp/x.sbom.cdx.json"));
            assertThat(log.lines()).contains("INFO Restoring data for SBOM from previous image");
        }
        assertThat(build.tree())
                .containsExactly("a_bp/", "a_bp/x.sbom.cdx.json", "a_bp/x.toml", "a_bp/x/", "a_bp/x/file");
    }

    @Test
    void itsFilesAreUsedBeforeThoseOfTheCache() {
        build.launchSbom(previousImage.add(sbom().bytes()));
        build.sbom(build.cache.add(new Tar()
                .file("/layers/sbom/cache/a_bp/x/sbom.cdx.json", "cache")
                .file("/layers/sbom/cache/a_bp/x/sbom.spdx.json", "cache")
                .bytes()));
        restore();
        assertThat(build.layers.resolve("a_bp/x.sbom.cdx.json")).hasContent("image");
        assertThat(build.layers.resolve("a_bp/x.sbom.spdx.json")).hasContent("cache");
    }

    @Test
    void filesThatAnAnalyzerLeftAreRemovedSinceTheyMayBeOfAnotherImage() {
        build.standing("sbom/launch/a_bp/x/sbom.spdx.json", "analyzer");
        assertThat(restore().launchSbom()).isEmpty();
        assertThat(build.tree()).containsExactly("a_bp/", "a_bp/x.toml", "a_bp/x/", "a_bp/x/file");
    }

    @Test
    void theyAreRemovedThoughTheRestoreIsCancelled() {
        Cancellation cancellation = new Cancellation();
        byte[] sbom = sbom().bytes();
        String diffId = MemoryCache.diffId(sbom);
        previousImage.put(diffId, () -> {
            cancellation.cancel();
            return new LayerContents(new ByteArrayInputStream(sbom), sbom.length);
        });
        build.launchSbom(diffId);
        build.standing("sbom/launch/a_bp/x/sbom.spdx.json", "analyzer");
        assertThatThrownBy(() -> build.restore(
                        build.options().previousImage(previousImage).cancellation(cancellation)))
                .isInstanceOf(RestoreCancelledException.class);
        assertThat(build.layers.resolve("sbom")).doesNotExist();
    }

    @Test
    void filesThatAnEarlierBuildLeftForItsCachedLayersAreMoved() {
        build.standing("sbom/cache/a_bp/x/sbom.spdx.json", "earlier");
        restore();
        assertThat(build.layers.resolve("a_bp/x.sbom.spdx.json")).hasContent("earlier");
    }

    @Test
    void aLayerThatTheImageDoesNotHaveIsAWarningAndNoMore() {
        build.launchSbom(MemoryCache.diffId(new byte[] {1}));
        try (CapturedLog log = new CapturedLog()) {
            assertThat(Build.restored(restore())).containsExactly("x");
            assertThat(log.lines())
                    .contains("WARN Not restoring SBOM files, they cannot be restored from the previous image:"
                            + " the previous image does not have its contents");
        }
    }

    @Test
    void aLayerWithAnotherDigestLeavesNothing() {
        String diffId = MemoryCache.diffId(new byte[] {1});
        previousImage.put(diffId, sbom().bytes());
        build.launchSbom(diffId);
        assertThat(restore().launchSbom()).isEmpty();
        assertThat(build.tree()).containsExactly("a_bp/", "a_bp/x.toml", "a_bp/x/", "a_bp/x/file");
    }

    @Test
    void aDiffIdThatIsNotValidIsAWarning() {
        build.launchSbom("../x");
        assertThat(restore().launchSbom()).isEmpty();
    }

    @Test
    void belowPlatformApi08NothingIsReadFromIt() {
        build.platformApi("0.7").launchSbom(previousImage.add(sbom().bytes()));
        assertThat(restore().launchSbom()).isEmpty();
    }
}
