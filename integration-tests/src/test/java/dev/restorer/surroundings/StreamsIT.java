package dev.restorer.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.FileTree;
import dev.restorer.fixtures.Missing;
import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A stream of the command cannot be written to: what is restored, and the exit code, are the same. */
@Tag("long")
class StreamsIT {

    /** What becomes of a stream, put in front of the command's words and behind them. */
    enum Broken {
        CLOSED("", "%d>&-"),
        FULL("", "%d>/dev/full"),
        READER_GONE("mkfifo \"$0/pipe\" && { : <\"$0/pipe\" & } && exec 7>\"$0/pipe\" && wait && ", "%d>&7 7>&-");

        final String before;
        final String redirection;

        Broken(String before, String redirection) {
            this.before = before;
            this.redirection = redirection;
        }
    }

    @TempDir
    static Path shared;

    private static SmallBuild build;

    @TempDir
    Path directory;

    private Path layers;

    @BeforeAll
    static void make() {
        if (!Files.exists(Path.of("/dev/full"))) {
            throw Missing.here("There is no /dev/full here", "Run it on Linux");
        }
        build = SmallBuild.in(shared);
    }

    @BeforeEach
    void name() {
        layers = directory.resolve("layers");
    }

    private Finished run(Broken broken, int stream, List<String> command) {
        String script = broken.before + "\"$@\" " + broken.redirection.formatted(stream);
        List<String> words = new ArrayList<>(List.of("sh", "-c", script, directory.toString()));
        words.addAll(command);
        return Processes.run(words);
    }

    static Stream<Arguments> broken() {
        return Stream.of(Broken.values())
                .flatMap(broken -> Stream.of(1, 2).map(stream -> Arguments.of(broken, stream)));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aRestoreIsDoneAllTheSame(Broken broken, int stream) {
        Finished run = run(broken, stream, build.restore(layers).command(List.of()));
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
        assertThat(FileTree.read(layers)).isEqualTo(build.clean());
        assertThat(run.err()).noneMatch(line -> line.startsWith("ERROR: "));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void oneThatFailsHasItsExitCodeAllTheSame(Broken broken, int stream) throws IOException {
        Files.writeString(layers, "a file");
        Finished run = run(broken, stream, build.restore(layers).command(List.of()));
        assertThat(run.exitCode()).as("exit code of %s", run).isEqualTo(42);
    }
}
