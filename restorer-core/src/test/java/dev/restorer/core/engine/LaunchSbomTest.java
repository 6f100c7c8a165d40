package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.RestoreReport;
import dev.restorer.fixtures.Tar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The SBOM files of the previous image's launch layers, which the analyzer writes. */
class LaunchSbomTest {

    @TempDir
    Path directory;

    private Build build;

    @BeforeEach
    void createBuild() {
        build = new Build(directory).buildpack("a/bp", "0.10").layer("a/bp", "x", "content");
    }

    private Path left(String layer, String name, String content) {
        return build.standing("sbom/launch/a_bp/" + layer + "/" + name, content);
    }

    /** A dash means that there is no file. */
    @ParameterizedTest(name = "the analyzer has {0}, the cache has {1}: {2}")
    @CsvSource({"launch, -, launch", "-, cache, cache", "launch, cache, launch", "-, -, -"})
    void filesOfTheAnalyzerComeBeforeThoseOfTheCache(String analyzer, String cache, String expected) {
        Tar sbom = new Tar().directory("/layers/sbom/cache/", 0755);
        if (!cache.equals("-")) {
            sbom.file("/layers/sbom/cache/a_bp/x/sbom.cdx.json", cache);
        }
        if (!analyzer.equals("-")) {
            left("x", "sbom.cdx.json", analyzer);
        }
        build.sbom(build.cache.add(sbom.bytes())).restore();
        if (expected.equals("-")) {
            assertThat(build.layers.resolve("a_bp/x.sbom.cdx.json")).doesNotExist();
        } else {
            assertThat(build.layers.resolve("a_bp/x.sbom.cdx.json")).hasContent(expected);
        }
    }

    @Test
    void eachFormatIsDecidedSeparately() {
        left("x", "sbom.cdx.json", "launch");
        Tar sbom = new Tar()
                .file("/layers/sbom/cache/a_bp/x/sbom.cdx.json", "cache")
                .file("/layers/sbom/cache/a_bp/x/sbom.spdx.json", "cache");
        build.sbom(build.cache.add(sbom.bytes())).restore();
        assertThat(build.layers.resolve("a_bp/x.sbom.cdx.json")).hasContent("launch");
        assertThat(build.layers.resolve("a_bp/x.sbom.spdx.json")).hasContent("cache");
    }

    @Test
    void layersWithoutMetadataGetTheirFiles() {
        left("gone", "sbom.syft.json", "{}");
        RestoreReport report = build.restore();
        assertThat(report.launchSbom()).containsExactly(build.layers.resolve("a_bp/gone.sbom.syft.json"));
        assertThat(build.tree())
                .containsExactly("a_bp/", "a_bp/gone.sbom.syft.json", "a_bp/x.toml", "a_bp/x/", "a_bp/x/file");
    }

    @Test
    void buildpacksWithoutADirectoryOrOutsideTheGroupGetNoFiles() {
        build.buildpack("none", "0.10");
        build.standing("sbom/launch/none/x/sbom.cdx.json", "{}");
        build.standing("sbom/launch/other/x/sbom.cdx.json", "{}");
        build.standing("other/y.toml", "");
        assertThat(build.restore().launchSbom()).isEmpty();
        assertThat(build.tree())
                .containsExactly("a_bp/", "a_bp/x.toml", "a_bp/x/", "a_bp/x/file", "other/", "other/y.toml");
    }

    /** As in the lifecycle, which copies all that the layers directory has by then, those of launch layers last. */
    @ParameterizedTest(name = "an earlier build left one, {0} has another: {1}")
    @CsvSource({"-, earlier", "launch, launch", "cache, cache"})
    void filesThatAnEarlierBuildLeftForItsCachedLayersComeLast(String other, String expected) {
        build.standing("sbom/cache/a_bp/x/sbom.cdx.json", "earlier");
        Tar sbom = new Tar().directory("/layers/sbom/cache/", 0755);
        if (other.equals("cache")) {
            sbom.file("/layers/sbom/cache/a_bp/x/sbom.cdx.json", "cache");
        } else if (other.equals("launch")) {
            left("x", "sbom.cdx.json", "launch");
        }
        RestoreReport report = build.sbom(build.cache.add(sbom.bytes())).restore();
        assertThat(build.layers.resolve("a_bp/x.sbom.cdx.json")).hasContent(expected);
        assertThat(build.layers.resolve("sbom")).doesNotExist();
        assertThat(report.launchSbom()).hasSize(other.equals("cache") ? 0 : 1);
    }

    @Test
    void theDirectoryIsRemoved() {
        left("x", "sbom.cdx.json", "{}");
        build.standing("sbom/launch/sbom.legacy.json", "[]");
        build.standing("sbom/launch/a_bp/sbom.cdx.json", "of the buildpack");
        build.standing("sbom/build/a_bp/sbom.cdx.json", "of the build");
        build.restore();
        assertThat(build.tree())
                .containsExactly("a_bp/", "a_bp/x.sbom.cdx.json", "a_bp/x.toml", "a_bp/x/", "a_bp/x/file");
    }

    @Test
    void ifLayersAreSkippedTheDirectoryIsUnchanged() {
        Path file = left("x", "sbom.cdx.json", "launch");
        build.standing("a_bp/store.toml", "");
        build.skipLayers()
                .sbom(build.cache.add(new Tar()
                        .file("/layers/sbom/cache/a_bp/x/sbom.cdx.json", "cache")
                        .bytes()));
        RestoreReport report = build.restore();
        assertThat(report.sbom()).isNull();
        assertThat(report.launchSbom()).isEmpty();
        assertThat(file).hasContent("launch");
        assertThat(build.layers.resolve("a_bp/x.sbom.cdx.json")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.3", "0.7"})
    void below08TheDirectoryIsUnchanged(String platformApi) {
        Path file = left("x", "sbom.cdx.json", "{}");
        build.platformApi(platformApi).restore();
        assertThat(file).exists();
        assertThat(build.layers.resolve("a_bp/x.sbom.cdx.json")).doesNotExist();
    }

    @Test
    void restoringOnlyMetadataDoesNotMoveFiles() {
        Path file = left("x", "sbom.cdx.json", "{}");
        build.restoreMetadata();
        assertThat(file).exists();
        build.restoreContents();
        assertThat(file).doesNotExist();
        assertThat(build.layers.resolve("a_bp/x.sbom.cdx.json")).hasContent("{}");
    }

    @Test
    void linksInThePathAreNotFollowed() throws IOException {
        Path elsewhere = Files.createDirectories(directory.resolve("elsewhere/a_bp/x"));
        Files.writeString(elsewhere.resolve("sbom.cdx.json"), "untouched");
        Files.createDirectories(build.layers.resolve("sbom"));
        Files.createSymbolicLink(build.layers.resolve("sbom/launch"), directory.resolve("elsewhere"));
        build.restore();
        Files.createSymbolicLink(build.layers.resolve("sbom"), directory.resolve("elsewhere"));
        build.restore();
        assertThat(build.tree()).containsExactly("a_bp/", "a_bp/x.toml", "a_bp/x/", "a_bp/x/file");
        assertThat(elsewhere.resolve("sbom.cdx.json")).hasContent("untouched");
    }

    @Test
    void aBuildpackOfTheSameNameKeepsItsDirectory() {
        build.buildpack("sbom", "0.10").layer("sbom", "launch", "content");
        build.restore();
        assertThat(build.tree()).contains("sbom/", "sbom/launch.toml", "sbom/launch/", "sbom/launch/file");
    }
}
