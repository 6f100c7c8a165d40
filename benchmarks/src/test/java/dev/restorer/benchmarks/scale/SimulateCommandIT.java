package dev.restorer.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.benchmarks.BenchmarkScript;
import dev.restorer.fixtures.RedisProgram;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class SimulateCommandIT {

    @Test
    void theSameSeedPrintsTheSame(@TempDir Path directory) throws Exception {
        String output = BenchmarkScript.run(directory, "simulate", "--builds", "1000", "--seed", "7");
        assertThat(output)
                .contains("| 1 | ", "| 100 | ", "| 10,000 | ", "is saturated at")
                .isEqualTo(BenchmarkScript.run(directory, "simulate", "--builds", "1000", "--seed", "7"));
    }

    /** A busy machine differs by more than a calm one, so how much it may differ is not asserted. */
    @Test
    void theSmallEndIsComparedWithRealRestores(@TempDir Path directory) throws Exception {
        assertThat(RedisProgram.name()).isNotEmpty();
        String output = BenchmarkScript.run(directory, "simulate", "--measure", "--measured-builds", "50");
        assertThat(output)
                .containsPattern("a build of 200 layers: \\d+ bytes of Redis's memory, \\d+ commands")
                .containsPattern("small end, one worker .* ms measured, .* ms simulated");
    }
}
