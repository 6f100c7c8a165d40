package dev.restorer.benchmarks.commands;

import dev.restorer.ContentsOptions;
import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.ShaStores;
import dev.restorer.benchmarks.data.ContentsSet;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.ShaStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A JVM that restores many times. It reads layers directories from standard input, a line each, and prints for each
 * restore the nanoseconds that passed, and those of its processors.
 */
public final class WarmJvm {

    private WarmJvm() {}

    /** Takes the cache directory as its only argument. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException {
        LayerRestorer restorer = LayerRestorer.load();
        LayerCache cache = MetadataReader.load().volumeCache(Path.of(args[0]));
        ContentsOptions options = ContentsOptions.from(cache).build();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Path directory = Path.of(line);
            long cpuBefore = cpuNanos();
            long begin = System.nanoTime();
            try (ShaStore store = ShaStores.open("memory:", directory)) {
                restorer.restore(ContentsSet.request(directory, cache), store, options);
            }
            long nanos = System.nanoTime() - begin;
            System.out.println(nanos + " " + (cpuNanos() - cpuBefore));
        }
    }

    static long cpuNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElse(0L);
    }
}
