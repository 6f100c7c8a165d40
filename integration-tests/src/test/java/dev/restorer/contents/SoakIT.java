package dev.restorer.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Many restores in one JVM of 256 MB, eight at a time. The first tenth of them warms up. */
@Tag("long")
class SoakIT {

    private static final int RESTORES = Integer.getInteger("restorer.soak", 200);

    /** Of a warm-up of 20 restores code is left that has not run yet, and what it loads is no leak. */
    private static final long MAX_GROWTH = 1 << 20;

    @TempDir
    Path directory;

    @Test
    void manyRestoresHoldNoMoreThanAFewDo(TestReporter reporter) throws IOException {
        Path temporary = Files.createDirectory(directory.resolve("temporary"));
        Path work = Files.createDirectory(directory.resolve("work"));
        Finished run = Processes.run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Djava.io.tmpdir=" + temporary,
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "-cp",
                System.getProperty("java.class.path"),
                Soak.class.getName(),
                work.toString(),
                String.valueOf(RESTORES)));
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();

        List<Held> held = run.out().stream().map(Held::parse).toList();
        Held first = held.get(0);
        Held last = held.get(held.size() - 1);
        reporter.publishEntry(RESTORES + " restores", first + " -> " + last);
        assertThat(held).hasSize(10);
        assertThat(last.heap()).as("bytes of heap of %s", held).isLessThan(first.heap() + MAX_GROWTH);
        assertThat(last.threads()).as("threads of %s", held).isLessThanOrEqualTo(first.threads());
        assertThat(last.descriptors()).as("descriptors of %s", held).isLessThanOrEqualTo(first.descriptors());
        assertThat(last.temporaryFiles()).as("temporary files of %s", held).isLessThanOrEqualTo(first.temporaryFiles());
        assertThat(work).as("layers directories").isDirectoryNotContaining("glob:**layers-*");
    }
}
