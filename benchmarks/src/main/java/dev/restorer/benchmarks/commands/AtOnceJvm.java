package dev.restorer.benchmarks.commands;

import dev.restorer.ContentsOptions;
import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.ShaStores;
import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.benchmarks.data.ContentsSet;
import dev.restorer.benchmarks.data.LayerSet;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.ShaStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A JVM that restores several builds at once, each with a namespace of its own in one Redis server. It reads from
 * standard input how many restores run at once, how many run in all, and the directory for them. It prints the
 * nanoseconds of all, those of the processors, the number of layers that were restored, and the nanoseconds of each.
 */
public final class AtOnceJvm {

    private static final LayerRestorer RESTORER = LayerRestorer.load();

    private final String redis;
    private final LayerCache cache;
    private final ContentsOptions options;
    private final RestoreRequest metadata;
    private final boolean hasContents;
    private int restores;

    private AtOnceJvm(String redis, Path volume, int layers, boolean hasContents) {
        this.redis = redis;
        this.cache = MetadataReader.load().volumeCache(volume);
        this.options = ContentsOptions.from(cache).build();
        this.metadata = new LayerSet(layers, "0.10").request(volume);
        this.hasContents = hasContents;
    }

    /** Takes host and port of a Redis server, the cache directory, the number of layers, and whether with contents. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        AtOnceJvm jvm =
                new AtOnceJvm(args[0], Path.of(args[1]), Integer.parseInt(args[2]), Boolean.parseBoolean(args[3]));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ", 3);
            System.out.println(jvm.run(Integer.parseInt(words[0]), Integer.parseInt(words[1]), Path.of(words[2])));
        }
    }

    private String run(int atOnce, int count, Path directory) throws InterruptedException, ExecutionException {
        List<Callable<long[]>> work = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = restores++;
            work.add(() -> restore(directory.resolve("restore-" + number), number));
        }
        ExecutorService executor = Executors.newFixedThreadPool(atOnce);
        try {
            long cpuBefore = WarmJvm.cpuNanos();
            long begin = System.nanoTime();
            List<Future<long[]>> all = executor.invokeAll(work);
            long nanos = System.nanoTime() - begin;
            long cpu = WarmJvm.cpuNanos() - cpuBefore;
            long restored = 0;
            StringBuilder each = new StringBuilder();
            for (Future<long[]> one : all) {
                restored += one.get()[0];
                each.append(' ').append(one.get()[1]);
            }
            return nanos + " " + cpu + " " + restored + each;
        } finally {
            executor.shutdown();
        }
    }

    /** Returns the number of layers, and the nanoseconds. */
    private long[] restore(Path directory, int number) {
        long begin = System.nanoTime();
        long layers;
        try (ShaStore store = ShaStores.open(
                "redis://" + redis + "?connect-timeout=PT60S&timeout=PT60S&namespace=build-" + number, directory)) {
            layers = hasContents ? contents(directory, store) : metadata(directory, store);
        }
        return new long[] {layers, System.nanoTime() - begin};
    }

    private long contents(Path directory, ShaStore store) {
        RestoreReport report = RESTORER.restore(ContentsSet.request(directory, cache), store, options);
        return report.contents()
                .filter(ContentsOutcome.Restored.class::isInstance)
                .count();
    }

    private long metadata(Path directory, ShaStore store) {
        RestoreRequest request = LayerSet.requestIn(directory, metadata);
        return RESTORER.restoreMetadata(request, store)
                .layers()
                .filter(layer -> layer.written() != null)
                .count();
    }
}
