package dev.restorer.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.api.Buildpack;
import dev.restorer.api.RestoreRequest;
import dev.restorer.testing.RecordingShaStore;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeepMetadataTest {

    @TempDir
    Path directory;

    /** Copied at each of its levels, the string would take 450 MB. */
    @Test
    void aStringInDeepTablesIsNotCopiedAtEachLevel() {
        String data = "{\"a\":".repeat(450) + "\"" + "x".repeat(1 << 20) + "\"" + "}".repeat(450);
        String label = "{\"buildpacks\": [{\"key\": \"bp\", \"layers\": {\"x\": {\"launch\": true, \"data\": " + data
                + "}}}]}";
        RestoreRequest request = RestoreRequest.in(directory.resolve("layers"))
                .group(List.of(new Buildpack("bp", "1", "0.10")))
                .appMetadata(MetadataReader.load().parseLabel(label.getBytes(StandardCharsets.UTF_8)))
                .build();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        LayerRestorer.load().restoreMetadata(request, new RecordingShaStore());
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(64 << 20);
        assertThat(directory.resolve("layers/bp/x.toml")).exists();
    }
}
