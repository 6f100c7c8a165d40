package dev.restorer.benchmarks.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimedProcessTest {

    @TempDir
    Path directory;

    private Sample run(String script) throws IOException, InterruptedException {
        return TimedProcess.run(List.of("sh", "-c", script), Map.of("NAME", "value"), directory.resolve("log"));
    }

    @Test
    void aProcessThatSleepsTakesTimeAndNoProcessor() throws Exception {
        Sample sample = run("sleep 0.3");
        assertThat(sample.seconds()).isBetween(0.3, 30.0);
        assertThat(sample.cpuSeconds()).isNotCloseTo(sample.seconds(), within(0.1));
    }

    @Test
    void theProcessorTimeOfItsOwnProcessesCounts() throws Exception {
        assumeThat(Path.of("/proc/self/stat")).exists();
        Sample sample = run("sh -c 'i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done'; true");
        assertThat(sample.cpuSeconds()).isBetween(0.05, 60.0);
    }

    @Test
    void itHasTheGivenVariables() throws Exception {
        run("printf %s \"$NAME\"");
        assertThat(Files.readString(directory.resolve("log"))).isEqualTo("value");
    }

    @Test
    void aProcessThatFailsIsAnErrorWithWhatItWrote() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> run("echo reason >&2; exit 7"))
                .withMessageContaining("ended with 7")
                .withMessageContaining("reason");
    }
}
