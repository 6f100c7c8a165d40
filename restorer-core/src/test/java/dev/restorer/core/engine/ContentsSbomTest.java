package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.RestoreReport;
import dev.restorer.api.SbomOutcome;
import dev.restorer.core.contents.MemoryCache;
import dev.restorer.fixtures.CapturedLog;
import dev.restorer.fixtures.Tar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentsSbomTest {

    private static final String PLACE = "/layers/sbom/cache/a_bp/x/";

    @TempDir
    Path directory;

    private Build build;

    @BeforeEach
    void createBuild() {
        build = new Build(directory).buildpack("a/bp", "0.10").layer("a/bp", "x", "content");
    }

    private SbomOutcome restore(Tar sbom) {
        RestoreReport report = build.sbom(build.cache.add(sbom.bytes())).restore();
        assertThat(report.sbom()).isNotNull();
        return report.sbom();
    }

    private static Tar sbom() {
        return new Tar()
                .directory("/layers/", 0755)
                .directory("/layers/sbom/", 0755)
                .directory("/layers/sbom/cache/", 0755)
                .file(PLACE + "sbom.cdx.json", 0600, "{}");
    }

    @Test
    void itsFilesAreMovedNextToTheirLayers() {
        SbomOutcome outcome = restore(sbom().file(PLACE + "sbom.spdx.json", "{}"));
        assertThat(outcome)
                .isEqualTo(new SbomOutcome.Restored(
                        outcome.diffId(),
                        List.of(
                                build.layers.resolve("a_bp/x.sbom.cdx.json"),
                                build.layers.resolve("a_bp/x.sbom.spdx.json"))));
        assertThat(build.tree())
                .containsExactly(
                        "a_bp/",
                        "a_bp/x.sbom.cdx.json",
                        "a_bp/x.sbom.spdx.json",
                        "a_bp/x.toml",
                        "a_bp/x/",
                        "a_bp/x/file");
    }

    @Test
    void itIsLoggedAfterTheDecisions() {
        build.restoreMetadata();
        build.sbom(build.cache.add(sbom().bytes()));
        try (CapturedLog log = new CapturedLog()) {
            build.restoreContents();
            assertThat(log.lines())
                    .containsExactly(
                            "INFO Restoring data for \"a/bp:x\" from cache", "INFO Restoring data for SBOM from cache");
        }
    }

    @Test
    void ifLayersAreSkippedItIsLoggedAndNotRestored() {
        build.skipLayers().sbom(build.cache.add(sbom().bytes()));
        try (CapturedLog log = new CapturedLog()) {
            assertThat(build.restoreContents().sbom()).isNull();
            assertThat(log.lines()).containsExactly("INFO Restoring data for SBOM from cache");
        }
    }

    @Test
    void below08ItIsNotLogged() {
        build.platformApi("0.7").skipLayers().sbom(build.cache.add(sbom().bytes()));
        try (CapturedLog log = new CapturedLog()) {
            build.restoreContents();
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void aFileWhoseNameNextToItsLayerIsTooLongIsNotRestoredWithAWarning() {
        String layer = "l".repeat(250);
        try (CapturedLog log = new CapturedLog()) {
            restore(sbom().longName("/layers/sbom/cache/a_bp/" + layer + "/sbom.cdx.json")
                    .file("x", "{}"));
            assertThat(log.lines())
                    .contains("WARN Not restoring an SBOM file: its name " + layer
                            + ".sbom.cdx.json is longer than 255 bytes");
        }
    }

    @Test
    void itHasFewerEntriesThanOtherLayersMayHave() {
        Tar tar = sbom();
        for (int i = 0; i < 100_000; i++) {
            tar.directory(PLACE, 0755);
        }
        assertThat(restore(tar))
                .isInstanceOfSatisfying(
                        SbomOutcome.NotRestored.class,
                        not -> assertThat(not.cause()).contains("more than 100000 files, directories and links"));
        assertThat(build.tree()).containsExactly("a_bp/", "a_bp/x.toml", "a_bp/x/", "a_bp/x/file");
    }

    @Test
    void anExistingFileIsReplaced() {
        Path file = build.standing("a_bp/x.sbom.cdx.json", "old");
        restore(sbom());
        assertThat(file).hasContent("{}");
    }

    @Test
    void anExistingLinkIsReplacedAndItsTargetIsUnchanged() throws IOException {
        Path elsewhere = Files.writeString(directory.resolve("elsewhere"), "untouched");
        build.standing("a_bp/y", "");
        Path link = Files.createSymbolicLink(build.layers.resolve("a_bp/x.sbom.cdx.json"), elsewhere);
        restore(sbom());
        assertThat(elsewhere).hasContent("untouched");
        assertThat(Files.isSymbolicLink(link)).isFalse();
    }

    @Test
    void layersThatWereNotRestoredGetTheirFiles() {
        build.knownLayer("a/bp", "rejected", "bad");
        restore(sbom().file("/layers/sbom/cache/a_bp/rejected/sbom.cdx.json", "{}")
                .file("/layers/sbom/cache/a_bp/unknown/sbom.cdx.json", "{}"));
        assertThat(build.tree())
                .containsExactly(
                        "a_bp/",
                        "a_bp/rejected.sbom.cdx.json",
                        "a_bp/unknown.sbom.cdx.json",
                        "a_bp/x.sbom.cdx.json",
                        "a_bp/x.toml",
                        "a_bp/x/",
                        "a_bp/x/file");
    }

    @Test
    void buildpacksWithoutADirectoryGetNoFiles() {
        build.buildpack("none", "0.10");
        restore(sbom().file("/layers/sbom/cache/none/x/sbom.cdx.json", "{}"));
        assertThat(build.layers.resolve("none")).doesNotExist();
    }

    @Test
    void buildpacksOutsideTheGroupGetNoFiles() {
        restore(sbom().file("/layers/sbom/cache/other/x/sbom.cdx.json", "{}"));
        assertThat(build.layers.resolve("other")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sbom.cdx.json", "sbom.spdx.json", "sbom.json"})
    void eachFormatHasAFileNextToTheLayer(String name) {
        assertThat(restore(new Tar().file(PLACE + name, "{}"))).isInstanceOf(SbomOutcome.Restored.class);
        assertThat(build.tree()).containsExactly("a_bp/", "a_bp/x." + name, "a_bp/x.toml", "a_bp/x/", "a_bp/x/file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"toml", "sha", "sbom", "sbomjson", "sbom.cdx.xml", "x.sbom.cdx.json", "sbom.\u0001.json"})
    void filesWithOtherNamesAreNotMoved(String name) {
        assertThat(restore(new Tar().file(PLACE + name, "evil"))).isInstanceOf(SbomOutcome.Restored.class);
        assertThat(build.tree()).containsExactly("a_bp/", "a_bp/x.toml", "a_bp/x/", "a_bp/x/file");
    }

    @Test
    void aFileWhoseNameWouldBeTooLongIsNotMoved() {
        String layer = "x".repeat(250);
        Tar contents = new Tar().longName("/layers/a_bp/" + layer + "/file").file("cut-off", "content");
        build.layer("a/bp", layer, contents.bytes());
        assertThat(restore(sbom().pax("path", "/layers/sbom/cache/a_bp/" + layer + "/sbom.cdx.json")
                        .file("cut-off", "{}")))
                .isInstanceOf(SbomOutcome.Restored.class);
        assertThat(build.tree()).contains("a_bp/" + layer + "/", "a_bp/x.sbom.cdx.json");
    }

    @Test
    void linksInItAreNotFollowed() throws IOException {
        Path elsewhere = Files.createDirectories(directory.resolve("elsewhere/x"));
        Files.writeString(elsewhere.resolve("sbom.cdx.json"), "untouched");
        Files.writeString(directory.resolve("elsewhere/sbom.cdx.json"), "untouched");
        restore(new Tar().symbolicLink(PLACE + "sbom.cdx.json", elsewhere + "/sbom.cdx.json"));
        restore(new Tar().symbolicLink("/layers/sbom/cache/a_bp/x", elsewhere.toString()));
        restore(new Tar()
                .symbolicLink(
                        "/layers/sbom/cache/a_bp",
                        directory.resolve("elsewhere").toString()));
        restore(new Tar().directory(PLACE + "sbom.cdx.json/", 0755));
        assertThat(build.tree()).containsExactly("a_bp/", "a_bp/x.toml", "a_bp/x/", "a_bp/x/file");
        assertThat(elsewhere.resolve("sbom.cdx.json")).hasContent("untouched");
    }

    @Test
    void aMissingSbomLayerIsAWarning() {
        String diffId = MemoryCache.diffId(new byte[] {1});
        try (CapturedLog log = new CapturedLog()) {
            RestoreReport report = build.sbom(diffId).restore();
            assertThat(report.sbom())
                    .isEqualTo(new SbomOutcome.NotRestored(diffId, "the cache does not have its contents"));
            assertThat(Build.restored(report)).containsExactly("x");
            assertThat(log.lines())
                    .contains("WARN Not restoring SBOM files, they cannot be restored from the cache:"
                            + " the cache does not have its contents");
        }
    }

    @Test
    void anSbomLayerWithAnotherDigestLeavesNothing() {
        String diffId = MemoryCache.diffId(new byte[] {1});
        build.cache.put(diffId, sbom().bytes());
        assertThat(build.sbom(diffId).restore().sbom()).isInstanceOf(SbomOutcome.NotRestored.class);
        assertThat(build.tree()).containsExactly("a_bp/", "a_bp/x.toml", "a_bp/x/", "a_bp/x/file");
    }

    @Test
    void anSbomLayerWithAPathOutsideLeavesNothing() {
        assertThat(restore(sbom().file("/layers/sbom/launch/a_bp/x/sbom.cdx.json", "evil")))
                .isInstanceOf(SbomOutcome.NotRestored.class);
        assertThat(build.tree()).containsExactly("a_bp/", "a_bp/x.toml", "a_bp/x/", "a_bp/x/file");
    }

    @Test
    void aDiffIdWithAPathIsAWarning() {
        assertThat(build.sbom("../../x").restore().sbom()).isInstanceOf(SbomOutcome.NotRestored.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.3", "0.7"})
    void below08NoSbomIsRestored(String platformApi) {
        build.platformApi(platformApi).sbom(build.cache.add(sbom().bytes()));
        assertThat(build.restore().sbom()).isNull();
        assertThat(build.tree()).doesNotContain("a_bp/x.sbom.cdx.json");
    }

    @Test
    void from08OnTheSbomIsRestored() {
        build.platformApi("0.8").sbom(build.cache.add(sbom().bytes()));
        assertThat(build.restore().sbom()).isInstanceOf(SbomOutcome.Restored.class);
    }

    @Test
    void aDirectoryWithTheNameOfAFileIsAWarningAndTheOthersAreRestored() {
        build.standing("a_bp/x.sbom.cdx.json/file", "content");
        try (CapturedLog log = new CapturedLog()) {
            SbomOutcome outcome = restore(sbom().file(PLACE + "sbom.spdx.json", "{}"));
            assertThat(outcome)
                    .isEqualTo(new SbomOutcome.Restored(
                            outcome.diffId(), List.of(build.layers.resolve("a_bp/x.sbom.spdx.json"))));
            assertThat(log.lines())
                    .anyMatch(line -> line.startsWith("WARN Not restoring an SBOM file: "
                            + build.layers.resolve("a_bp/x.sbom.cdx.json") + " cannot be written: "));
        }
        assertThat(build.tree()).contains("a_bp/x/file", "a_bp/x.toml").noneMatch(path -> path.contains(".restorer-"));
    }

    @Test
    void itsFilesAreMovedFromDirectoriesOfAnyMode() {
        Tar sbom = new Tar()
                .directory("/layers/sbom/cache/a_bp/", 0)
                .directory(PLACE, 0)
                .file(PLACE + "sbom.cdx.json", "{}");
        assertThat(restore(sbom)).isInstanceOf(SbomOutcome.Restored.class);
        assertThat(build.layers.resolve("a_bp/x.sbom.cdx.json")).hasContent("{}");
    }
}
