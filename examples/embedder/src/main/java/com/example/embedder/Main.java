package com.example.embedder;

import dev.restorer.MetadataReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** Restores one build from a cache directory and prints the report, to show that a shaded jar works. */
public final class Main {

    private Main() {}

    /**
     * Restores.
     *
     * @param args the layers directory, {@code group.toml}, the label of the previous image, and the cache directory
     * @throws ExecutionException if the restore fails
     * @throws InterruptedException if this thread is interrupted
     */
    public static void main(String[] args) throws ExecutionException, InterruptedException {
        if (args.length != 4) {
            System.err.println("Give the layers directory, group.toml, the label of the previous image, and the cache directory");
            System.exit(2);
        }
        RestoreMetrics metrics = new RestoreMetrics(new SimpleMeterRegistry());
        try (RestoreService service = new RestoreService(metrics, 4, Duration.ofMinutes(5))) {
            System.out.println(service.restore(
                            Path.of(args[0]),
                            Path.of(args[1]),
                            Path.of(args[2]),
                            MetadataReader.load().volumeCache(Path.of(args[3])))
                    .get());
        }
    }
}
