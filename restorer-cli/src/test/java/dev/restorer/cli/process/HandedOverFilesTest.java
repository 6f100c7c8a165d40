package dev.restorer.cli.process;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class HandedOverFilesTest {

    private static Supplier<Map<Path, byte[]>> files(String input) {
        return HandedOverFiles.on(new ByteArrayInputStream(input.getBytes(US_ASCII)));
    }

    @Test
    void eachLineHasAPathAndTheContent() {
        Map<Path, byte[]> files = files("2f61 7b7d0a\n2f62c3bc \n").get();
        assertThat(files).containsOnlyKeys(Path.of("/a"), Path.of("/bü"));
        assertThat(files.get(Path.of("/a"))).asString().isEqualTo("{}\n");
        assertThat(files.get(Path.of("/bü"))).isEmpty();
    }

    @Test
    void theInputIsReadOnce() {
        Supplier<Map<Path, byte[]>> files = files("2f61 7b7d\n");
        assertThat(files.get()).isSameAs(files.get());
    }
}
