package dev.restorer.benchmarks.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How the tars of a cache are compressed. */
public enum Compression {

    /** Not at all. */
    NONE,

    /** With the program {@code gzip}. */
    GZIP,

    /** With the program {@code zstd}. */
    ZSTD;

    /** Replaces a file by its compressed form. */
    void apply(Path file) throws IOException, InterruptedException {
        if (this == NONE) {
            return;
        }
        Path compressed = file.resolveSibling("compressed");
        String program = this == GZIP ? "gzip" : "zstd";
        Programs.run(
                List.of("sh", "-c", program + " -c <\"$1\" >\"$2\"", "sh", file.toString(), compressed.toString()));
        Files.delete(file);
        Files.move(compressed, file);
    }
}
