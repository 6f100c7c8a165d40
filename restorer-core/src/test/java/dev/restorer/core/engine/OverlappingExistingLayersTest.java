package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.api.ContentsReason;
import dev.restorer.api.LayersDirectoryException;
import dev.restorer.api.RestoreReport;
import dev.restorer.fixtures.CapturedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A layer with the name of a file of an existing layer that is not in the plan. */
class OverlappingExistingLayersTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"0.10", "0.5"})
    void itsMetadataIsRemovedAndTheExistingLayerIsKept(String api) {
        Build build = new Build(directory).buildpack("bp", api).layer("bp", "x.toml", "content");
        build.standing("bp/x.toml", "of = \"an earlier build\"");
        try (CapturedLog log = new CapturedLog()) {
            RestoreReport report = build.restore();
            assertThat(Build.causes(report))
                    .containsEntry("x.toml", ContentsReason.OVERLAPPING_LAYER_NAME.description());
            assertThat(log.lines())
                    .contains("WARN Removing the metadata of \"bp:x.toml\", its directory would overwrite a file of"
                            + " another layer or of the buildpack");
        }
        assertThat(build.layers.resolve("bp/x.toml")).hasContent("of = \"an earlier build\"");
        assertThat(build.layers.resolve("bp/x.toml.toml")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.10", "0.5"})
    void aLayerOfAnEarlierBuildIsRemovedWhereTheFileOfALayerBelongs(String api) {
        new Build(directory).buildpack("bp", api).layer("bp", "x.toml", "old").restore();
        Build build = new Build(directory)
                .buildpack("bp", api)
                .layer("bp", "x", "new")
                .layer("bp", "x.toml", "old");
        try (CapturedLog log = new CapturedLog()) {
            assertThat(Build.restored(build.restore())).containsExactly("x");
            assertThat(log.lines())
                    .contains("WARN Removing \"bp:x.toml\", its directory is where a file of another layer belongs");
        }
        assertThat(build.tree()).containsExactly("bp/", "bp/x.toml", "bp/x/", "bp/x/file");
        assertThat(Build.restored(build.restore())).containsExactly("x");
    }

    @Test
    void aLayerOfAnEarlierBuildIsKeptIfAnotherDirectoryEndsTheRestore() throws IOException {
        Build earlier = new Build(directory).buildpack("bp", "0.10").layer("bp", "x.toml", "old");
        earlier.restore();
        Files.createDirectory(earlier.layers.resolve("bp/y.toml"));
        Build build = new Build(directory)
                .buildpack("bp", "0.10")
                .layer("bp", "x", "new")
                .layer("bp", "y", "new");
        assertThatThrownBy(build::restore)
                .isInstanceOf(LayersDirectoryException.class)
                .hasMessageContaining("y.toml is a directory");
        assertThat(build.layers.resolve("bp/x.toml/file")).hasContent("old");
        assertThat(build.layers.resolve("bp/x.toml.toml")).isRegularFile();
    }

    @Test
    void theLayerOfAnotherBuildpackInTheSameDirectoryIsRestored() {
        Build build = new Build(directory)
                .buildpack("a/b", "0.10")
                .buildpack("a_b", "0.10")
                .layer("a/b", "x", "content")
                .layer("a_b", "x.toml", "content");
        RestoreReport report = build.restore();
        assertThat(Build.restored(report)).containsExactly("x");
        assertThat(build.layers.resolve("a_b/x.toml")).isRegularFile();
        assertThat(build.layers.resolve("a_b/x.toml.toml")).doesNotExist();
    }

    @Test
    void aLayerInTheWayOfTwoBuildpacksWithTheSameDirectoryIsRemovedOnce() {
        new Build(directory)
                .buildpack("a_b", "0.10")
                .layer("a_b", "x.toml", "old")
                .restore();
        Build build = new Build(directory)
                .buildpack("a/b", "0.10")
                .buildpack("a_b", "0.10")
                .layer("a/b", "x", "new")
                .layer("a_b", "x", "new");
        try (CapturedLog log = new CapturedLog()) {
            build.restore();
            assertThat(log.lines())
                    .filteredOn(line -> line.endsWith("its directory is where a file of another layer belongs"))
                    .hasSize(1);
        }
    }

    /** The layer would be removed with its {@code .sha}, which is not of the layer if it is a directory. */
    @Test
    void aDirectoryInPlaceOfTheShaOfALayerInTheWayIsKept() throws IOException {
        Build earlier = new Build(directory).buildpack("bp", "0.10").layer("bp", "x.toml", "old");
        earlier.restore();
        Files.createDirectory(earlier.layers.resolve("bp/x.toml.sha"));
        Build build = new Build(directory).buildpack("bp", "0.10").layer("bp", "x", "new");
        assertThatThrownBy(build::restore)
                .isInstanceOf(LayersDirectoryException.class)
                .hasMessageContaining("x.toml is a directory");
        assertThat(build.layers.resolve("bp/x.toml.sha")).isDirectory();
        assertThat(build.layers.resolve("bp/x.toml/file")).hasContent("old");
    }
}
