package dev.restorer.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.Disks;
import dev.restorer.fixtures.FileTree;
import dev.restorer.fixtures.OwnJvm;
import dev.restorer.fixtures.Start;
import dev.restorer.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Volumes are mounted in the layers directory, or it is an overlay. */
@OwnJvm(Start.MAY_MOUNT)
@Tag("long")
class MountedLayersIT {

    @TempDir
    Path directory;

    private final Deque<Path> mounted = new ArrayDeque<>();
    private Restore restore;
    private Path buildpack;

    @BeforeEach
    void makeCache() {
        CacheDirectory cache = new CacheDirectory(directory)
                .layer(
                        "x",
                        layer -> layer.directory("", 0750)
                                .directory("bin", 0555)
                                .file("bin/tool", 0755, "tool")
                                .symbolicLink("link", "bin/tool"))
                .layer("y", layer -> layer.file("file", 0644, "content"))
                .knownLayer("z", "sha256:" + "0".repeat(64))
                .sbom(sbom -> sbom.file("bp/y/sbom.cdx.json", 0644, "{}"))
                .write("0.10");
        restore = new Restore(cache, directory.resolve("layers"));
        buildpack = restore.layers().resolve("bp");
    }

    @AfterEach
    void unmount() {
        mounted.forEach(Disks::unmount);
    }

    private Path disk(Path at) throws IOException {
        Disks.mount(Files.createDirectories(at), "1m");
        mounted.push(at);
        return at;
    }

    private Path volume(Path at) throws IOException {
        Path volume = Files.createTempDirectory(directory, "volume");
        Disks.bind(volume, Files.createDirectories(at));
        mounted.push(at);
        return at;
    }

    private static void old(Path layer) throws IOException {
        Files.writeString(Files.createDirectories(layer.resolve("bin")).resolve("old"), "old");
        Files.writeString(layer.resolve("old"), "old");
    }

    /** Runs it, and returns the warnings without that about the layer of which the cache has nothing. */
    private String run(Restore restore) {
        Finished run = restore.run();
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
        return String.join(
                "\n",
                run.err().stream()
                        .filter(line -> !line.contains("Removing \"bp:z\""))
                        .toList());
    }

    private Map<String, String> clean() {
        Restore clean = new Restore(restore.cache(), directory.resolve("clean"));
        assertThat(run(clean)).isEmpty();
        return FileTree.read(clean.layers());
    }

    @Test
    void theVolumesOfLayersHoldWhatARestoreWithoutVolumesMakes() throws IOException {
        old(disk(buildpack.resolve("x")));
        old(volume(buildpack.resolve("y")));
        Files.createDirectories(buildpack.resolve("y/.restorer-1/half"));
        assertThat(run(restore)).isEmpty();
        assertThat(FileTree.read(restore.layers()))
                .isEqualTo(clean())
                .containsKeys("bp/x/bin/tool", "bp/y.sbom.cdx.json");
        assertThat(run(restore)).isEmpty();
        assertThat(FileTree.read(restore.layers())).isEqualTo(clean());
    }

    @Test
    void theVolumeOfALayerThatCannotBeRestoredIsEmptied() throws IOException {
        old(volume(buildpack.resolve("z")));
        assertThat(run(restore)).isEmpty();
        assertThat(FileTree.read(restore.layers()))
                .containsKeys("bp/x.toml", "bp/z")
                .doesNotContainKeys("bp/z.toml", "bp/z/old", "bp/z/bin");
    }

    @Test
    void aVolumeThatMayOnlyBeReadCostsItsLayerAlone() throws IOException {
        old(volume(buildpack.resolve("x")));
        Disks.makeReadOnly(buildpack.resolve("x"));
        assertThat(run(restore))
                .isEqualTo("Warning: Removing \"bp:x\", its contents cannot be restored: Read-only file system\n"
                        + "Warning: Leaving " + buildpack + "/x behind, because \"" + buildpack
                        + "/x/old\" cannot be removed: Read-only file system. Remove it as a user who may.");
        assertThat(FileTree.read(restore.layers()))
                .containsKeys("bp/x/old", "bp/y/file", "bp/y.toml")
                .doesNotContainKeys("bp/x.toml", "bp/x/bin/tool");
    }

    @Test
    void aVolumeInTheVolumeOfALayerCostsThatLayerAlone() throws IOException {
        disk(disk(buildpack.resolve("x")).resolve("cache"));
        assertThat(run(restore))
                .contains("x cannot be replaced because of \"" + buildpack + "/x/cache\": Device or resource busy");
        assertThat(FileTree.read(restore.layers()))
                .containsKeys("bp/y/file", "bp/y.toml", "bp/x/cache")
                .doesNotContainKeys("bp/x.toml", "bp/x/bin");
    }

    @Test
    void volumesInLayersAndInSbomDirectoriesKeepTheirPlaces() throws IOException {
        List<Path> volumes = List.of(
                volume(buildpack.resolve("x/bin")),
                disk(buildpack.resolve("z/deep/data")),
                volume(restore.layers().resolve("sbom/launch")));
        for (Path volume : volumes) {
            old(volume);
        }
        assertThat(run(restore).split("\n"))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("/z/deep/data\" cannot be removed: Device or resource busy"),
                        line -> assertThat(line).contains("/sbom/launch\" cannot be removed: Device or resource busy"));
        Map<String, String> tree = FileTree.read(restore.layers());
        assertThat(tree.keySet()).contains("bp/z/deep/data", "sbom/launch");
        tree.keySet().removeAll(List.of("bp/z", "bp/z/deep", "bp/z/deep/data", "sbom", "sbom/launch"));
        assertThat(tree).isEqualTo(clean());
    }

    @Test
    void theDirectoryOfABuildpackMayBeAVolume() throws IOException {
        old(Files.createDirectory(disk(buildpack).resolve("x")));
        assertThat(run(restore)).isEmpty();
        Map<String, String> tree = FileTree.read(restore.layers());
        tree.put("bp", clean().get("bp"));
        assertThat(tree).isEqualTo(clean());
    }

    @ParameterizedTest
    @ValueSource(strings = {"layers", "layers/bp", "layers/bp/x"})
    void anyDirectoryMayBeOfTheLowerLayerOfAnOverlay(String name) throws IOException {
        Path lower = Files.createDirectories(directory.resolve("lower/" + name));
        if (name.endsWith("x")) {
            old(lower);
        }
        Path merged = Files.createDirectory(directory.resolve("merged"));
        Path upper = Files.createDirectory(directory.resolve("upper"));
        Disks.overlay(directory.resolve("lower"), upper, merged, false);
        mounted.addAll(List.of(merged, upper));
        Restore overlaid = new Restore(restore.cache(), merged.resolve("layers"));
        assertThat(run(overlaid)).isEmpty();
        assertThat(FileTree.read(overlaid.layers())).isEqualTo(clean());
    }

    @Test
    void leftoversThatCannotBeRemovedAreOneWarningForEachPlace() throws IOException {
        disk(restore.layers().resolve(".restorer-1/disk"));
        disk(restore.layers().resolve(".restorer-2/disk"));
        disk(buildpack.resolve(".restorer-1/disk"));
        assertThat(run(restore).split("\n"))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("Warning: Leaving " + buildpack)
                                .endsWith("busy. Remove it as a user who may."),
                        line -> assertThat(line).startsWith("Warning: Leaving " + restore.layers()));
        assertThat(FileTree.read(restore.layers())).containsAllEntriesOf(clean());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.toml", "y.sbom.cdx.json"})
    void aMountedFileIsWrittenInPlace(String name) throws IOException {
        Path target = Files.writeString(directory.resolve("file"), "# old\n".repeat(1000));
        Path file = Files.createFile(Files.createDirectories(buildpack).resolve(name));
        Disks.bind(target, file);
        mounted.push(file);
        assertThat(run(restore)).isEmpty();
        assertThat(FileTree.read(restore.layers())).isEqualTo(clean());
        assertThat(target).hasSameBinaryContentAs(directory.resolve("clean/bp").resolve(name));
    }

    @Test
    void aMountedReportIsWrittenInPlaceAndNothingElseIsLeft() throws IOException {
        Path target = Files.writeString(directory.resolve("file"), " ".repeat(100_000));
        Path report = Files.createFile(
                Files.createDirectory(directory.resolve("reports")).resolve("report.json"));
        Disks.bind(target, report);
        mounted.push(report);
        Finished run = restore.run("--report", report.toString());
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
        assertThat(target).content().startsWith("{\"schemaVersion\":1,").endsWith("}\n");
        assertThat(report.resolveSibling(".")).isDirectoryNotContaining(file -> !file.endsWith("report.json"));
    }

    @Test
    void aMountedFileThatMayOnlyBeReadIsAnError() throws IOException {
        Path toml = Files.createFile(Files.createDirectories(buildpack).resolve("x.toml"));
        Disks.bind(Files.createFile(directory.resolve("file")), toml);
        mounted.push(toml);
        Disks.makeReadOnly(toml);
        Finished run = restore.run();
        assertThat(run.exitCode()).isEqualTo(42);
        assertThat(run.err()).singleElement().asString().contains(toml + " cannot be written: Read-only file system");
    }
}
