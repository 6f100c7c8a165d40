package dev.restorer.contents;

import static dev.restorer.contents.OwnedLayers.ownerOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.Owner;
import dev.restorer.api.RestoreReport;
import dev.restorer.fixtures.FileTree;
import dev.restorer.fixtures.OwnJvm;
import dev.restorer.fixtures.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process of root restores for another user. */
@OwnJvm(Start.MAY_GIVE_FILES)
class OwnedLayersTest {

    private static final Owner ROOT = new Owner(0, 0);
    private static final Owner OWNER = new Owner(1000, 1000);

    @TempDir
    Path directory;

    private Path layers;
    private OwnedLayers owned;

    @BeforeEach
    void makeCache() {
        layers = directory.resolve("layers");
        CacheDirectory cache = new CacheDirectory(directory)
                .layer(
                        "x",
                        layer -> layer.directory("", 0555)
                                .directory("directory", 0555)
                                .file("directory/set-user-id", 06755, "program")
                                .file("no-entry/file", 0644, "content")
                                .symbolicLink("dangling", "nowhere")
                                .symbolicLink(
                                        "outside", directory.resolve("outside").toString()))
                .sbom(sbom -> sbom.file("bp/x/sbom.cdx.json", 0644, "{}"))
                .write("0.10");
        owned = new OwnedLayers(cache, layers, OWNER);
    }

    private void restore(String store) {
        RestoreReport report = owned.restore(store);
        assertThat(report.contents()).singleElement().isInstanceOf(dev.restorer.api.ContentsOutcome.Restored.class);
    }

    private void assertAllIsOwned() throws IOException {
        try (Stream<Path> entries = Files.walk(layers)) {
            for (Path entry : entries.toList()) {
                assertThat(ownerOf(entry)).as("owner of %s", entry).isEqualTo(OWNER);
            }
        }
        assertThat(ownerOf(directory)).isEqualTo(ROOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory:", "files:"})
    void everyEntryBelongsToTheOwner(String store) throws IOException {
        restore(store);
        assertAllIsOwned();
        assertThat(Files.exists(layers.resolve("bp/x.sha"))).isEqualTo(store.equals("files:"));
        assertThat(FileTree.read(layers))
                .containsKeys("bp/x.toml", "bp/x.sbom.cdx.json", "bp/x/no-entry/file", "bp/x/dangling")
                .containsEntry("bp/x", "directory 555")
                .hasEntrySatisfying(
                        "bp/x/directory/set-user-id", file -> assertThat(file).startsWith("file 6755 "));
    }

    @Test
    void soDoesWhatStoodThereAndWhatLinksLeadToDoesNot() throws IOException {
        Path outside = Files.createFile(
                Files.createDirectory(directory.resolve("outside")).resolve("file"));
        Files.createFile(
                Files.createDirectories(layers.resolve("bp/of-launch/deep")).resolve("file"));
        Files.createFile(Files.createDirectories(layers.resolve("other")).resolve("file"));
        Files.createSymbolicLink(layers.resolve("bp/of-launch/link"), outside.resolveSibling("."));
        restore("files:");
        assertAllIsOwned();
        assertThat(ownerOf(outside)).isEqualTo(ROOT);
        assertThat(ownerOf(outside.resolveSibling("."))).isEqualTo(ROOT);
    }

    @Test
    void theDirectoryOfABuildpackIsGivenToTheOwnerOfALayersDirectoryThatHasOneAlready() throws IOException {
        Files.createFile(Files.createDirectories(layers.resolve("bp/of-launch")).resolve("file"));
        Files.setAttribute(layers, "unix:uid", 1000);
        Files.setAttribute(layers, "unix:gid", 1000);
        restore("memory:");
        assertAllIsOwned();
    }

    @Test
    void theDirectoryOfAFilesStoreIsGivenToTheOwnerToo() throws IOException {
        Path shas = directory.resolve("shas");
        restore("files:" + shas);
        for (Path made : new Path[] {shas, shas.resolve("bp"), shas.resolve("bp/x.sha")}) {
            assertThat(ownerOf(made)).as("owner of %s", made).isEqualTo(OWNER);
        }
    }
}
