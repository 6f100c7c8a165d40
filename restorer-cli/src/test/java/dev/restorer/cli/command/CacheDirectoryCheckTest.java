package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheDirectoryCheckTest {

    @TempDir
    Path directory;

    private final Run run = new Run();

    private List<String> warnings(String... subcommand) {
        String[] args = {subcommand.length == 0 ? "restore" : subcommand[0], "--cache-dir", directory.toString()};
        assertThat(run.with(args)).isZero();
        return run.err().stream()
                .filter(line -> line.startsWith("Warning: ") && line.contains("cache"))
                .toList();
    }

    private void create(String file) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.createFile(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"package.json", "io.buildpacks.lifecycle.cache.metadata", "committed/sha256:1.tar"})
    void otherContentWithoutMetadataIsAWarning(String file) throws IOException {
        create(file);
        assertThat(warnings())
                .containsExactly("Warning: " + directory
                        + " is not a cache: it has no committed/io.buildpacks.lifecycle.cache.metadata, but it has \""
                        + file
                        + "\". Give --cache-dir (CNB_CACHE_DIR) the directory that the exporter writes the cache to.");
    }

    @Test
    void explainWarnsToo() throws IOException {
        create("package.json");
        assertThat(warnings("explain")).hasSize(1);
    }

    @Test
    void anEmptyDirectoryIsACacheBeforeItsFirstBuild() {
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aDirectoryThatDoesNotExistIsACacheBeforeItsFirstBuild() throws IOException {
        Files.delete(directory);
        assertThat(warnings()).isEmpty();
    }

    @Test
    void directoriesOfAnEmptyCacheAndHiddenFilesAreNoOtherContent() throws IOException {
        for (String name : List.of("committed", "committed-backup", "staging", "lost+found")) {
            Files.createDirectory(directory.resolve(name));
        }
        create(".keep");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aCacheWithMetadataMayHaveOtherContent() throws IOException {
        create("committed/io.buildpacks.lifecycle.cache.metadata");
        create("notes.txt");
        assertThat(warnings()).isEmpty();
    }
}
