package dev.restorer.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.FileTree;
import dev.restorer.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class KilledRestoreIT {

    private static final int LAYERS = 4;
    private static final int FILES = 120;
    private static final int KILLS = 7;

    @TempDir
    Path directory;

    private CacheDirectory cache;

    @BeforeEach
    void makeCache() {
        cache = new CacheDirectory(directory).manyFiles(LAYERS, FILES);
    }

    @Test
    void aRestoreThatIsKilledAtAnyMomentAndRunAgainComesToWhatOneCleanRunDoes() throws IOException {
        cache.write("0.10");
        Restore clean = new Restore(cache, directory.resolve("clean"));
        assertEndsWell(clean.run());
        Map<String, String> expected = FileTree.read(clean.layers());
        assertThat(expected).hasSizeGreaterThan(LAYERS * FILES).containsKey("bp/layer-0.sbom.cdx.json");

        int halfway = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Restore again = new Restore(cache, directory.resolve("killed-" + kill));
            Path buildpack = again.layers().resolve("bp");
            putStaleLayers(buildpack);
            KilledRun.run(again.command(List.of()), buildpack, newFilesAt(kill));
            halfway += hidden(again.layers()) ? 1 : 0;
            assertEndsWell(again.run());
            assertThat(FileTree.read(again.layers())).as("after kill %s", kill).isEqualTo(expected);
        }
        assertThat(halfway)
                .as("runs that were killed while a layer was half there")
                .isPositive();
    }

    @Test
    void soDoesTheSecondOfTwoStepsWhoseShaStoreIsFiles() throws IOException {
        cache.write("0.5");
        Restore clean = new Restore(cache, directory.resolve("clean"));
        assertEndsWell(clean.run("--platform-api", "0.6", "--metadata-only"));
        Map<String, String> metadata = FileTree.read(clean.layers());
        assertThat(metadata).containsKey("bp/layer-0.sha").doesNotContainKey("bp/layer-0");
        assertEndsWell(clean.run("--platform-api", "0.6", "--contents-only"));
        Map<String, String> expected = FileTree.read(clean.layers());
        assertThat(expected).hasSizeGreaterThan(LAYERS * FILES).containsKey("bp/layer-0.sha");

        Restore twice = new Restore(cache, directory.resolve("metadata"));
        assertEndsWell(twice.run("--platform-api", "0.6", "--metadata-only"));
        int halfway = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Restore again = new Restore(cache, directory.resolve("killed-" + kill));
            Path buildpack = again.layers().resolve("bp");
            copyFiles(twice.layers().resolve("bp"), buildpack);
            putStaleLayers(buildpack);
            KilledRun.run(
                    again.command(List.of(), "--platform-api", "0.6", "--contents-only"), buildpack, newFilesAt(kill));
            halfway += hidden(again.layers()) ? 1 : 0;
            assertEndsWell(again.run("--platform-api", "0.6", "--contents-only"));
            assertThat(FileTree.read(again.layers())).as("after kill %s", kill).isEqualTo(expected);
        }
        assertThat(halfway)
                .as("runs that were killed while a layer was half there")
                .isPositive();
    }

    /** From the first files to all of them, while the stale ones go. */
    private static int newFilesAt(int kill) {
        return 2 + kill * (LAYERS * (FILES + 3) - 6) / (KILLS - 1);
    }

    private static void putStaleLayers(Path buildpack) throws IOException {
        for (String layer : new String[] {"layer-1", "layer-3", "missing"}) {
            Files.writeString(Files.createDirectories(buildpack.resolve(layer)).resolve("stale"), "stale");
        }
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static boolean hidden(Path layers) throws IOException {
        try (Stream<Path> paths = Files.walk(layers, 2)) {
            return paths.anyMatch(path -> path.getFileName().toString().startsWith(".restorer-"));
        }
    }

    private static void assertEndsWell(Finished run) {
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
    }
}
