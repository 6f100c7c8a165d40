package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.RestoreReport;
import dev.restorer.fixtures.CapturedLog;
import dev.restorer.spi.ShaStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Below Buildpack API 0.6 a layer's file specifies whether it is cached. */
class ContentsBelow06Test {

    private static final String WARNING = "WARN Types table isn't supported in this buildpack api version. The launch,"
            + " build and cache flags should be in the top level. Ignoring the values in the types table.";

    @TempDir
    Path directory;

    private Build build;

    @BeforeEach
    void createBuild() {
        build = new Build(directory).buildpack("bp", "0.5");
    }

    @Test
    void aLayerWhoseFileSetsCacheIsRestored() {
        build.layer("bp", "x", "content");
        assertThat(Build.restored(build.restore())).containsExactly("x");
        assertThat(build.layers.resolve("bp/x.toml")).content().contains("cache = true");
    }

    @Test
    void aCachedLayerThatTheCacheDoesNotHaveIsRemoved() {
        build.standing("bp/x.toml", "cache = true");
        build.standing("bp/x/file", "stale");
        build.standing("bp/x.sha", "sha256:old");
        try (CapturedLog log = new CapturedLog()) {
            RestoreReport report = build.restoreContents();
            assertThat(log.lines()).containsExactly("INFO Removing \"bp:x\", not in cache");
            assertThat(Build.causes(report)).containsEntry("x", "the cache does not have it");
        }
        assertThat(build.tree()).containsExactly("bp/");
    }

    @Test
    void theDiffIdOfALayerThatTheCacheDoesNotHaveIsNotRead() {
        build.standing("bp/x.toml", "cache = true");
        build.shaStore.failWith(new ShaStoreException("files", "a file is damaged", "Remove it"));
        assertThat(Build.causes(build.restoreContents())).containsEntry("x", "the cache does not have it");
    }

    /** A reader without limits would need minutes for each of them, or overflow the stack. */
    @Test
    void aFileOfManyLinesOrLevelsIsRead() {
        build.layer("bp", "lines", "content").layer("bp", "levels", "content");
        build.restoreMetadata();
        build.standing("bp/lines.toml", "#\n\n".repeat(50_000) + "cache = true");
        build.standing("bp/levels.toml", "cache = true\na = " + "[".repeat(400) + "]".repeat(400));
        assertThat(Build.restored(build.restoreContents())).containsExactly("levels", "lines");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cache = \"true\"", "= =", "cache = true\nlaunch = 1", "\0"})
    void aLayerWithAnInvalidFileIsKeptWithAWarning(String toml) {
        build.layer("bp", "x", "content").standing("bp/x.toml", toml);
        build.standing("bp/x/file", "untouched");
        try (CapturedLog log = new CapturedLog()) {
            assertThat(build.restoreContents().contents()).isEmpty();
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("WARN Leaving \"bp:x\" as it is, its .toml file is not a valid layer file: ");
        }
        assertThat(build.layers.resolve("bp/x/file")).hasContent("untouched");
    }

    /** A restore may have written this file, so keeping it would keep an incomplete layer. */
    @ParameterizedTest
    @MethodSource("moreThanIsRead")
    void aLayerWhoseFileIsAboveTheLimitsIsRemovedWithAWarning(String toml) {
        build.layer("bp", "x", "content").standing("bp/x.toml", toml);
        build.standing("bp/x/file", "stale");
        try (CapturedLog log = new CapturedLog()) {
            assertThat(Build.causes(build.restoreContents()))
                    .containsEntry("x", "its file, which says whether it is cached, cannot be read");
            assertThat(log.lines()).hasSize(2);
            assertThat(log.lines().get(0))
                    .startsWith(
                            "WARN The .toml file of \"bp:x\" does not tell whether it is cached, since it cannot be read");
            assertThat(log.lines().get(1)).isEqualTo("INFO Removing \"bp:x\", its file cannot be read");
        }
        assertThat(build.tree()).containsExactly("bp/");
    }

    static Stream<String> moreThanIsRead() {
        return Stream.of(
                "cache = true\n" + "#".repeat(16 << 20), "cache = true\na = " + "[".repeat(5_000) + "]".repeat(5_000));
    }

    @Test
    void aLayerWithAnUnreadableFileThatIsNotInTheCacheIsKept() {
        build.standing("bp/x.toml", "#".repeat((16 << 20) + 1));
        assertThat(build.restoreContents().contents()).isEmpty();
        assertThat(build.tree()).containsExactly("bp/", "bp/x.toml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cache = false", "", "launch = true", "[types]\ncache = true"})
    void aLayerWhoseFileDoesNotSetCacheIsSkipped(String toml) {
        build.layer("bp", "x", "content").standing("bp/x.toml", toml);
        build.standing("bp/x/file", "untouched");
        assertThat(build.restoreContents().contents()).isEmpty();
        assertThat(build.layers.resolve("bp/x/file")).hasContent("untouched");
    }

    @Test
    void aLayerWithoutAFileIsSkipped() {
        build.layer("bp", "x", "content").standing("bp/x/file", "untouched");
        assertThat(build.restoreContents().contents()).isEmpty();
        assertThat(build.layers.resolve("bp/x/file")).hasContent("untouched");
    }

    @Test
    void aFileThatIsALinkOrADirectoryIsSkipped() throws IOException {
        Path elsewhere = Files.writeString(directory.resolve("elsewhere"), "cache = true");
        build.standing("bp/y.toml/file", "a directory");
        Files.createSymbolicLink(build.layers.resolve("bp/x.toml"), elsewhere);
        assertThat(build.restoreContents().contents()).isEmpty();
        assertThat(build.tree()).containsExactly("bp/", "bp/x.toml", "bp/y.toml/", "bp/y.toml/file");
    }

    @Test
    void aTableOfTypesIsIgnoredWithAWarning() {
        build.layer("bp", "x", "content").standing("bp/x.toml", "[types]\ncache = true");
        try (CapturedLog log = new CapturedLog()) {
            build.restoreContents();
            assertThat(log.lines()).containsExactly(WARNING);
        }
    }

    @Test
    void from06OnATableOfTypesIsRead() {
        Build newer = new Build(directory).buildpack("bp", "0.6").layer("bp", "x", "content");
        newer.restoreMetadata();
        newer.standing("bp/x.toml", "[types]\ncache = false");
        try (CapturedLog log = new CapturedLog()) {
            assertThat(Build.restored(newer.restoreContents())).containsExactly("x");
            assertThat(log.lines()).containsExactly("INFO Restoring data for \"bp:x\" from cache");
        }
    }

    @Test
    void below05BuildTomlIsTheFileOfALayerNamedBuild() {
        Build older = new Build(directory).buildpack("bp", "0.4");
        older.standing("bp/build.toml", "cache = true");
        assertThat(Build.causes(older.restoreContents())).containsOnlyKeys("build");
        assertThat(older.tree()).containsExactly("bp/");
    }

    @Test
    void from05OnBuildTomlIsAFileOfTheBuildpack() {
        build.standing("bp/build.toml", "cache = true");
        assertThat(build.restoreContents().contents()).isEmpty();
        assertThat(build.tree()).containsExactly("bp/", "bp/build.toml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"store", "launch"})
    void storeAndLaunchTomlAreFilesOfTheBuildpack(String name) {
        build.standing("bp/" + name + ".toml", "cache = true");
        assertThat(build.restoreContents().contents()).isEmpty();
        assertThat(build.tree()).containsExactly("bp/", "bp/" + name + ".toml");
    }
}
