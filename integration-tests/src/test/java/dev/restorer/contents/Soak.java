package dev.restorer.contents;

import dev.restorer.ContentsOptions;
import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.ShaStores;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.fixtures.FileTree;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.ShaStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The program of a JVM that restores many times, and prints ten times what it holds. */
final class Soak {

    private static final int AT_ONCE = 8;
    private static final int MEASUREMENTS = 10;
    private static final List<String> SHA_STORES = List.of("memory:", "files:");

    private final MetadataReader reader = MetadataReader.load();
    private final LayerRestorer restorer = LayerRestorer.load();
    private final CacheDirectory cache;
    private final Path directory;

    private Soak(CacheDirectory cache, Path directory) {
        this.cache = cache;
        this.directory = directory;
    }

    /** Takes a directory to work in, and how many restores there shall be. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        int restores = Integer.parseInt(arguments[1]);
        CacheDirectory cache = new CacheDirectory(directory)
                .layer("plain", layer -> layer.file("file", 0644, "content"))
                .compressedLayer(
                        "compressed",
                        layer -> layer.directory("directory", 0755).file("directory/file", 0644, "content"))
                .knownLayer("missing", "sha256:" + "0".repeat(64))
                .write("0.10");
        Soak soak = new Soak(cache, directory);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int i = 0; i < MEASUREMENTS; i++) {
                soak.restore(i * restores / MEASUREMENTS, (i + 1) * restores / MEASUREMENTS, threads);
                System.out.println(Held.now());
            }
        } finally {
            threads.shutdown();
        }
    }

    private void restore(int from, int to, ExecutorService threads) throws Exception {
        List<Callable<Void>> restores = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int number = i;
            restores.add(() -> {
                restore(number);
                return null;
            });
        }
        for (Future<Void> restore : threads.invokeAll(restores)) {
            restore.get();
        }
    }

    private void restore(int number) throws IOException {
        Path layers = directory.resolve("layers-" + number);
        LayerCache volume = reader.volumeCache(cache.path());
        RestoreRequest request = RestoreRequest.in(layers)
                .group(reader.readGroup(cache.group()))
                .appMetadata(reader.appMetadataOrEmpty(() -> reader.readLabel(cache.appMetadata())))
                .cacheMetadata(reader.readCacheMetadata(volume))
                .platformApi("0.13")
                .build();
        try (ShaStore store = ShaStores.open(SHA_STORES.get(number % SHA_STORES.size()), layers)) {
            RestoreReport report = restorer.restore(
                    request, store, ContentsOptions.from(volume).build());
            if (!Files.exists(layers.resolve("bp/plain/file"))
                    || !Files.exists(layers.resolve("bp/compressed/directory/file"))) {
                throw new AssertionError(report);
            }
        }
        FileTree.delete(layers);
    }
}
