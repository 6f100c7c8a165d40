package dev.restorer.benchmarks.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.benchmarks.BenchmarkScript;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison with small images, whose figures mean nothing. */
@Tag("long")
class ImagesCommandIT {

    private static final int MAX_BYTES_OF_METADATA = 50_000;

    @Test
    void metadataAloneTakesNoLayerFromTheRegistry(@TempDir Path directory) throws Exception {
        String output = BenchmarkScript.run(directory, "images", "--small", "--pairs", "1");
        assertThat(output).contains("restore to skopeo, gzip and tar", "2 GB with -Xmx64m");
        String bytes = output.replaceFirst("(?s).*metadata alone, bytes from the registry: (\\d+).*", "$1");
        assertThat(Integer.parseInt(bytes)).isBetween(1, MAX_BYTES_OF_METADATA);
    }
}
