package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.LayerId;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.LayersDirectoryException;
import dev.restorer.api.RestoreCancelledException;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.UnknownApiException;
import dev.restorer.core.contents.MemoryCache;
import dev.restorer.fixtures.CapturedLog;
import dev.restorer.fixtures.Tar;
import dev.restorer.spi.ShaStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentsRestoreTest {

    private static final String SOME = MemoryCache.diffId(new byte[] {1});

    @TempDir
    Path directory;

    private Build build;

    @BeforeEach
    void createBuild() {
        build = new Build(directory).buildpack("a/bp", "0.10");
    }

    @Test
    void aCachedLayerIsRestoredWithMetadataAndContents() {
        build.layer("a/bp", "x", "content");
        try (CapturedLog log = new CapturedLog()) {
            RestoreReport report = build.restore();
            assertThat(log.lines())
                    .containsExactly(
                            "INFO Restoring metadata for \"a/bp:x\" from cache",
                            "DEBUG Writing layer metadata for \"a/bp:x\"",
                            "INFO Restoring data for \"a/bp:x\" from cache");
            assertThat(report.contents()).singleElement().satisfies(outcome -> {
                ContentsOutcome.Restored restored = (ContentsOutcome.Restored) outcome;
                assertThat(restored.bytes()).isEqualTo(7);
                assertThat(restored.files()).isEqualTo(2);
                assertThat(restored.time()).isPositive();
            });
        }
        assertThat(build.tree()).containsExactly("a_bp/", "a_bp/x.toml", "a_bp/x/", "a_bp/x/file");
        assertThat(build.layers.resolve("a_bp/x/file")).hasContent("content");
    }

    @Test
    void anExistingDirectoryIsReplacedAndNotMerged() {
        build.layer("a/bp", "x", "content").standing("a_bp/x/stale", "stale");
        build.restore();
        assertThat(build.tree()).containsExactly("a_bp/", "a_bp/x.toml", "a_bp/x/", "a_bp/x/file");
    }

    @Test
    void anExistingFileIsReplaced() {
        build.layer("a/bp", "x", "content").standing("a_bp/x", "a file");
        build.restore();
        assertThat(build.layers.resolve("a_bp/x/file")).hasContent("content");
    }

    @Test
    void anExistingLinkIsReplacedAndItsTargetIsUnchanged() throws IOException {
        build.layer("a/bp", "x", "content").standing("a_bp/y", "");
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path file = Files.writeString(elsewhere.resolve("file"), "untouched");
        Files.createSymbolicLink(build.layers.resolve("a_bp/x"), elsewhere);
        build.restore();
        assertThat(build.layers.resolve("a_bp/x/file")).hasContent("content");
        assertThat(Files.isSymbolicLink(build.layers.resolve("a_bp/x"))).isFalse();
        assertThat(file).hasContent("untouched");
    }

    @Test
    void aLayerWithAnotherDiffIdThanInTheCacheIsRemoved() {
        build.layer("a/bp", "x", "content").layer("a/bp", "y", "content");
        build.standing("a_bp/x/stale", "stale");
        build.standing("a_bp/x.toml", "");
        build.standing("a_bp/x.sha", "sha256:old");
        build.shaStore.put("a/bp", "x", "sha256:old");
        try (CapturedLog log = new CapturedLog()) {
            RestoreReport report = build.restoreContents();
            assertThat(log.lines())
                    .containsExactly(
                            "INFO Removing \"a/bp:x\", wrong sha",
                            "DEBUG Layer sha: \"sha256:old\", cache sha: \""
                                    + MemoryCache.diffId(
                                            Build.tar("a/bp", "x", "content").bytes()) + "\"");
            assertThat(Build.causes(report))
                    .containsEntry("x", "the cache has other contents than its metadata is about");
        }
        assertThat(build.tree()).containsExactly("a_bp/");
    }

    @Test
    void aLayerWithoutADiffIdInTheShaStoreIsRemoved() {
        build.layer("a/bp", "x", "content").standing("a_bp/x.toml", "");
        try (CapturedLog log = new CapturedLog()) {
            RestoreReport report = build.restoreContents();
            assertThat(Build.causes(report)).containsEntry("x", "the SHA store has no diff id of this layer");
            assertThat(log.lines().get(0)).isEqualTo("INFO Removing \"a/bp:x\", wrong sha");
            assertThat(log.lines().get(1)).startsWith("DEBUG Layer sha: \"\", cache sha: \"sha256:");
        }
        assertThat(build.tree()).containsExactly("a_bp/");
    }

    @Test
    void layersThatAreNotCachedAreUnchanged() {
        build.known(
                "a/bp",
                "other",
                LayerMetadata.of(SOME).types(LayerTypes.of(true, true, false)).build());
        build.standing("a_bp/other/file", "untouched");
        build.standing("a_bp/unknown.toml", "cache = true");
        build.standing("a_bp/launch.toml", "cache = true");
        assertThat(build.restore().contents()).isEmpty();
        assertThat(build.tree())
                .containsExactly("a_bp/", "a_bp/launch.toml", "a_bp/other/", "a_bp/other/file", "a_bp/unknown.toml");
    }

    /** Up to Buildpack API 0.5 a file with such a name belongs to the buildpack and not to a layer. */
    @ParameterizedTest
    @CsvSource({"0.6,launch", "0.6,build", "0.12,launch", "0.12,build"})
    void from06OnALayerNamedLaunchOrBuildIsRestored(String api, String layer) {
        Build newer = new Build(directory).buildpack("b/p", api).layer("b/p", layer, "content");
        assertThat(Build.restored(newer.restore())).containsExactly(layer);
        assertThat(newer.tree())
                .containsExactly("b_p/", "b_p/" + layer + ".toml", "b_p/" + layer + "/", "b_p/" + layer + "/file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"launch", "build"})
    void aFileOfTheBuildpackIsNotTakenForALayer(String name) {
        build.standing("a_bp/" + name + ".toml", "[[processes]]");
        assertThat(build.restore().contents()).isEmpty();
        assertThat(build.tree()).contains("a_bp/" + name + ".toml");
    }

    @Test
    void aLayerWhoseContentsAreRejectedIsRemovedAndTheOthersAreRestored() {
        build.layer("a/bp", "good", "content");
        build.knownLayer("a/bp", "missing", SOME);
        build.layer(
                "a/bp",
                "outside",
                new Tar().file("/layers/a_bp/outside/../../../etc/x", "evil").bytes());
        build.layer(
                "a/bp",
                "pipe",
                new Tar().entry('6', "/layers/a_bp/pipe/p", "", 0644, "").bytes());
        build.standing("a_bp/pipe/stale", "stale");
        build.standing("a_bp/pipe.sha", "stale");
        RestoreReport report;
        try (CapturedLog log = new CapturedLog()) {
            report = build.restore();
            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("WARN"))
                    .containsExactly(
                            "WARN Removing \"a/bp:missing\", its contents cannot be restored:"
                                    + " the cache does not have its contents",
                            "WARN Removing \"a/bp:outside\", its contents cannot be restored:"
                                    + " the entry /layers/a_bp/outside/../../../etc/x lies outside a_bp/outside",
                            "WARN Removing \"a/bp:pipe\", its contents cannot be restored: the entry"
                                    + " /layers/a_bp/pipe/p is a device, a pipe or of another kind that no layer has");
        }
        assertThat(Build.restored(report)).containsExactly("good");
        assertThat(Build.causes(report)).containsOnlyKeys("missing", "outside", "pipe");
        assertThat(build.tree()).containsExactly("a_bp/", "a_bp/good.toml", "a_bp/good/", "a_bp/good/file");
    }

    @Test
    void diffIdsWithPathsRejectTheirLayers() {
        build.knownLayer("a/bp", "up", "../../x");
        build.knownLayer("a/bp", "empty", "");
        build.knownLayer("a/bp", "upper", "SHA256" + SOME.substring(6));
        assertThat(Build.causes(build.restore()))
                .containsOnlyKeys("empty", "up", "upper")
                .allSatisfy((layer, cause) -> assertThat(cause).startsWith("its diff id in the cache is not sha256:"));
        assertThat(build.tree()).containsExactly("a_bp/");
    }

    @Test
    void aFailingCacheRejectsTheLayerAndTheRestoreContinues() {
        build.layer("a/bp", "good", "content");
        build.cache.put(SOME, () -> {
            throw new IllegalStateException("the vendor's own");
        });
        build.knownLayer("a/bp", "x", SOME);
        RestoreReport report = build.restore();
        assertThat(Build.restored(report)).containsExactly("good");
        assertThat(Build.causes(report)).containsEntry("x", "dev.restorer.core.contents.MemoryCache: the vendor's own");
    }

    @Test
    void aDirectoryNamedStoreIsRemovedButNotTheStoreToml() {
        build.layer("a/bp", "store", "content");
        build.standing("a_bp/store/file", "stale");
        build.standing("a_bp/store.toml", "[metadata]");
        RestoreReport report = build.restore();
        assertThat(Build.causes(report)).containsOnlyKeys("store");
        assertThat(build.tree()).containsExactly("a_bp/", "a_bp/store.toml");
    }

    @Test
    void hiddenEntriesOfAKilledRestoreAreRemoved() throws IOException {
        build.layer("a/bp", "x", "content").restoreMetadata();
        build.standing("a_bp/.restorer-1/x/file", "half");
        build.standing("a_bp/.restorer-2", "half");
        build.standing("a_bp/.restorer-3.toml", "cache = true");
        build.standing(".restorer-4/a/b", "half");
        build.standing(".restorer-5", "half");
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("file"), "untouched");
        Files.createSymbolicLink(build.layers.resolve("a_bp/.restorer-6"), elsewhere);
        build.restoreContents();
        assertThat(build.tree()).containsExactly("a_bp/", "a_bp/x.toml", "a_bp/x/", "a_bp/x/file");
        assertThat(elsewhere.resolve("file")).hasContent("untouched");
    }

    @Test
    void aLayerWithTheNameOfAHiddenEntryIsNotRestored() {
        build.layer("a/bp", ".restorer-1", "content");
        try (CapturedLog log = new CapturedLog()) {
            assertThat(build.restore().contents()).isEmpty();
            assertThat(log.lines()).singleElement().asString().startsWith("WARN Not restoring metadata for");
        }
    }

    @Test
    void aBuildpackDirectoryThatIsALinkIsAnErrorAndNothingIsChanged() throws IOException {
        build.layer("a/bp", "x", "content");
        Path elsewhere = Files.createDirectories(directory.resolve("elsewhere/x"));
        Files.createDirectories(build.layers);
        Files.createSymbolicLink(build.layers.resolve("a_bp"), elsewhere.resolveSibling("."));
        assertThatThrownBy(build::restoreContents)
                .isInstanceOf(LayersDirectoryException.class)
                .hasMessageContaining("is a symbolic link");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aBuildpackWhoseIdIsNotADirectoryNameIsSkipped() {
        build.buildpack("..", "0.10").knownLayer("..", "layers", SOME);
        build.standing("file", "untouched");
        RestoreReport report = build.restoreContents();
        assertThat(report.contents()).isEmpty();
        assertThat(report.buildpacks().get(1).directory()).isNull();
        assertThat(build.tree()).containsExactly("file");
    }

    @Test
    void withoutALayersDirectoryNothingIsCreated() {
        build.layer("a/bp", "x", "content").sbom(SOME);
        RestoreReport report = build.restoreContents();
        assertThat(report.contents()).isEmpty();
        assertThat(report.sbom()).isNull();
        assertThat(build.layers).doesNotExist();
    }

    @Test
    void anUnknownApiFailsBeforeAnythingIsDone() {
        build.layer("a/bp", "x", "content").standing("a_bp/.restorer-1", "half");
        build.platformApi("9.9");
        assertThatThrownBy(build::restoreContents).isInstanceOf(UnknownApiException.class);
        assertThat(build.tree()).containsExactly("a_bp/", "a_bp/.restorer-1");
    }

    @Test
    void theExceptionOfAShaStoreIsThrownBeforeAnythingIsRemoved() {
        ShaStoreException failure = new ShaStoreException("recording", "it is away", "Wait");
        build.layer("a/bp", "x", "content").standing("a_bp/x/file", "old");
        build.shaStore.failWith(failure);
        assertThatThrownBy(build::restoreContents).isSameAs(failure);
        assertThat(build.tree()).containsExactly("a_bp/", "a_bp/x/", "a_bp/x/file");
    }

    @Test
    void theTwoStepsOfARestoreResultInOneReport() {
        build.buildpack("b", "0.10").layer("a/bp", "x", "content").layer("b", "y", "content");
        RestoreReport report = build.restore();
        assertThat(report.layers())
                .extracting(layer -> layer.decision().id())
                .containsExactly(new LayerId("a/bp", "x"), new LayerId("b", "y"));
        assertThat(report.contents())
                .extracting(outcome -> outcome.decision().id())
                .containsExactly(new LayerId("a/bp", "x"), new LayerId("b", "y"));
    }

    @Test
    void aSecondRestoreHasTheSameResult() {
        build.layer("a/bp", "x", "content").knownLayer("a/bp", "missing", SOME);
        build.restore();
        var once = build.tree();
        build.restore();
        assertThat(build.tree()).isEqualTo(once);
    }

    private Build sharingADirectory() {
        return new Build(directory.resolve("shared")).buildpack("a/b", "0.10").buildpack("a_b", "0.10");
    }

    @Test
    void theLastOfTwoBuildpacksWithTheSameLayerIsUsed() {
        Build shared = sharingADirectory().layer("a/b", "x", "first").layer("a_b", "x", "last");
        RestoreReport report = shared.restore();
        assertThat(Build.restored(report)).containsExactly("x");
        assertThat(Build.causes(report)).containsValue("a later buildpack has the same directory and the same layer");
        assertThat(shared.layers.resolve("a_b/x/file")).hasContent("last");
    }

    @Test
    void ifTheLastOfTwoBuildpacksRemovesALayerItIsNotRestored() {
        Build shared = sharingADirectory().layer("a/b", "x", "first").layer("a_b", "x", "last");
        shared.restoreMetadata();
        shared.shaStore.put("a_b", "x", "sha256:another");
        assertThat(Build.restored(shared.restoreContents())).isEmpty();
        assertThat(shared.tree()).containsExactly("a_b/");
    }

    @Test
    void aBuildpackWithTheNameOfAHiddenEntryHasNoDirectory() {
        Build hidden = new Build(directory.resolve("hidden"))
                .buildpack(".restorer-x", "0.10")
                .layer(".restorer-x", "x", "content");
        RestoreReport report = hidden.restore();
        assertThat(report.buildpacks().get(0).directory()).isNull();
        assertThat(report.layers()).noneMatch(layer -> layer.decision().restored());
    }

    @Test
    void aRestoreInAnInterruptedThreadIsCancelledBeforeItBegins() {
        build.layer("a/bp", "x", "content");
        Thread.currentThread().interrupt();
        assertThatThrownBy(build::restore).isInstanceOf(RestoreCancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(build.layers).doesNotExist();
    }
}
