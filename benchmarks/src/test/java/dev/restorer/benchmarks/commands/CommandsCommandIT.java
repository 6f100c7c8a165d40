package dev.restorer.benchmarks.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.benchmarks.BenchmarkScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison with small caches, whose figures mean nothing; the command itself verifies the restored files. */
@Tag("long")
class CommandsCommandIT {

    @Test
    void eachWorkIsVerifiedAndCompared(@TempDir Path directory) throws Exception {
        String output =
                BenchmarkScript.run(directory, "commands", "--small", "--pairs", "1", "--out", directory.toString());
        for (Work work : Work.values()) {
            String line = isRunnable(work)
                    ? work + ": .+\n.+ times the floor, goal at most .+"
                    : work + " is skipped, since there is no ";
            assertThat(output).containsPattern("(?m)^" + line);
        }
        assertThat(output).contains("124 files and directories are those of tar", "32 at once: a restore takes");
        String json = Files.readString(directory.resolve("commands.json"));
        assertThat(json)
                .contains(Arrays.stream(Work.values())
                        .filter(CommandsCommandIT::isRunnable)
                        .map(work -> "\"work\" : \"" + work + "\"")
                        .toList());
    }

    private static boolean isRunnable(Work work) {
        return work.floors().stream().allMatch(floor -> floor.missing().isEmpty());
    }

    @Test
    void onlyTheWorksThatAreNamedAreRunAndPrintedAsMarkdown(@TempDir Path directory) throws Exception {
        String output = BenchmarkScript.run(
                directory,
                "commands",
                "tiny",
                "very-many",
                "--small",
                "--pairs",
                "1",
                "--format",
                "markdown",
                "--out",
                directory.toString());
        assertThat(output)
                .contains("| 20 layers of three small files, against a JVM that prints hello |")
                .contains("| 400,000 files of 1 KB, one layer, against tar x |")
                .doesNotContain("gzip");
    }
}
