package dev.restorer.benchmarks.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.restorer.benchmarks.BenchmarkScript;
import dev.restorer.fixtures.RedisProgram;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The curves of two points each; the command itself verifies the restored files. */
@Tag("long")
class CurvesCommandIT {

    @Test
    void aChartIsDrawnForBytesFilesLayersAndBuilds(@TempDir Path directory) throws Exception {
        assumeThat(Floor.DIGEST_AND_TAR.missing()).isEmpty();
        assertThat(RedisProgram.name()).isNotEmpty();
        String output =
                BenchmarkScript.run(directory, "curves", "--small", "--pairs", "1", "--out", directory.toString());
        for (Points points : Points.values()) {
            assertThat(output).contains(points.y());
            assertThat(directory.resolve(points.file() + ".svg")).content().contains("<svg");
        }
        assertThat(output).contains("command, 10 MB: ", "floor, 100 files: ", "with contents, 2 at once: ");
    }
}
