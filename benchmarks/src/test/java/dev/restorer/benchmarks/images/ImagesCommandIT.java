package dev.restorer.benchmarks.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison with small images, whose figures mean nothing. */
@Tag("long")
class ImagesCommandIT {

    private static final int MAX_BYTES_OF_METADATA = 50_000;

    private static String run(Path directory) throws Exception {
        Path root = Path.of(Objects.requireNonNull(System.getProperty("restorer.root"), "restorer.root"));
        Path log = directory.resolve("log");
        Process command = new ProcessBuilder(
                        root.resolve("bin/benchmark").toString(), "images", "--small", "--pairs", "1")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(command.waitFor(10, TimeUnit.MINUTES)).isTrue();
        String output = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(command.exitValue()).as(output).isZero();
        return output;
    }

    @Test
    void metadataAloneTakesNoLayerFromTheRegistry(@TempDir Path directory) throws Exception {
        String output = run(directory);
        assertThat(output).contains("restore to skopeo, gzip and tar", "2 GB with -Xmx64m");
        String bytes = output.replaceFirst("(?s).*metadata alone, bytes from the registry: (\\d+).*", "$1");
        assertThat(Integer.parseInt(bytes)).isBetween(1, MAX_BYTES_OF_METADATA);
    }
}
