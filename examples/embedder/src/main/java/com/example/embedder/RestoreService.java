package com.example.embedder;

import dev.restorer.Cancellation;
import dev.restorer.ContentsOptions;
import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.ReportFormat;
import dev.restorer.ShaStores;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.RestoreListener;
import dev.restorer.spi.ShaStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Restores many builds at once, each within a time. */
public final class RestoreService implements AutoCloseable {

    private final MetadataReader reader = MetadataReader.load();
    private final ReportFormat reports = ReportFormat.load();
    private final LayerRestorer restorer;
    private final Duration timeout;
    private final ExecutorService builds;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    /**
     * Creates a service.
     *
     * @param listener observes all restores
     * @param buildsAtOnce how many builds are restored at once; others wait
     * @param timeout the time after which a restore is cancelled
     */
    public RestoreService(RestoreListener listener, int buildsAtOnce, Duration timeout) {
        this.restorer = LayerRestorer.load().withListener(listener);
        this.timeout = timeout;
        this.builds = Executors.newFixedThreadPool(buildsAtOnce);
    }

    /**
     * Restores a build.
     *
     * @param layers its layers directory, which no other restore uses meanwhile
     * @param group its {@code group.toml}
     * @param label the label of the previous image
     * @param cache its cache
     * @return the report as JSON, for the log of the build
     */
    public Future<String> restore(Path layers, Path group, Path label, LayerCache cache) {
        return builds.submit(() -> reports.toJson(restoreNow(layers, group, label, cache)));
    }

    private RestoreReport restoreNow(Path layers, Path group, Path label, LayerCache cache) {
        RestoreRequest request = RestoreRequest.in(layers)
                .group(reader.readGroup(group))
                .appMetadata(reader.appMetadataOrEmpty(() -> reader.readLabel(label)))
                .cacheMetadata(reader.readCacheMetadata(cache))
                .platformApi("0.13")
                .build();
        Cancellation cancellation = new Cancellation();
        Future<?> timeoutTask = timer.schedule(cancellation::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try (ShaStore store = ShaStores.open("memory:", layers)) {
            return restorer.restore(
                    request,
                    store,
                    ContentsOptions.from(cache).cancellation(cancellation).build());
        } finally {
            timeoutTask.cancel(false);
        }
    }

    /** Cancels the restores that wait, and those that run with an interrupt, and waits until they have ended. */
    @Override
    public void close() {
        timer.shutdownNow();
        for (Runnable waiting : builds.shutdownNow()) {
            if (waiting instanceof Future<?> restore) {
                restore.cancel(false); // otherwise get() would wait forever
            }
        }
        boolean interrupted = false;
        while (!builds.isTerminated()) {
            try {
                builds.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
