package dev.restorer.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Finished;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The command may open a few files at once: too few for its script, for the metadata, for the contents, or just enough.
 */
@Tag("long")
class FewFilesIT {

    @TempDir
    static Path shared;

    private static SmallBuild build;

    @TempDir
    Path directory;

    @BeforeAll
    static void make() {
        build = SmallBuild.in(shared);
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 31, 32, 33, 34, 36, 40, 64})
    void itIsDoneOrSaysInOneLineWhyNotAndTheNextCompletes(int files) {
        Path layers = directory.resolve("layers");
        List<String> limited = List.of("sh", "-c", "ulimit -n " + files + " && exec \"$@\"", "sh");
        Finished run = build.restore(layers).runBy(limited);
        if (run.exitCode() == 0) {
            assertThat(run.err()).noneMatch(line -> line.startsWith("ERROR: "));
        } else {
            assertThat(run.exitCode()).as("exit code of %s", run).isEqualTo(42);
            assertThat(run.err())
                    .filteredOn(line -> line.startsWith("ERROR: "))
                    .as("%s", run)
                    .hasSize(1);
        }
        if (Files.exists(layers)) {
            build.assertEachIsOldOrNew(layers, Map.of());
        }
        build.assertTheNextCompletes(layers);
    }
}
