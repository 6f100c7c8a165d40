package com.example.embedder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.restorer.MetadataReader;
import dev.restorer.ReportFormat;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.RestoreCancelledException;
import dev.restorer.api.RestoreReport;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.LayerContents;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreServiceTest {

    private static final int BUILDS = 32;
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final byte[] tar = new byte[1024];
    private String metadata;
    private String diffId;
    private Path group;
    private Path label;

    /** The layer is an empty tar, which is a layer without files. */
    @BeforeEach
    void writeInputs() throws Exception {
        diffId = "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(tar));
        metadata = "{\"buildpacks\":[{\"key\":\"example/node\",\"layers\":{\"modules\":{\"sha\":\"" + diffId
                + "\",\"cache\":true,\"build\":true}}}]}";
        group = Files.writeString(
                directory.resolve("group.toml"), "[[group]]\nid = \"example/node\"\nversion = \"1\"\napi = \"0.10\"\n");
        label = Files.writeString(directory.resolve("label.json"), "{}");
    }

    @Test
    void manyBuildsAreRestoredAtOnce() throws Exception {
        try (ObjectStorage storage = new ObjectStorage();
                RestoreService service = new RestoreService(new RestoreMetrics(registry), 8, LONG)) {
            storage.put("metadata.json", metadata).put("layers/" + diffId, tar);
            LayerCache cache = new ObjectStorageCache(HttpClient.newHttpClient(), storage.uri(), MetadataReader.load());
            List<Future<String>> restores = new ArrayList<>();
            for (int i = 0; i < BUILDS; i++) {
                restores.add(service.restore(directory.resolve("layers-" + i), group, label, cache));
            }
            for (Future<String> restore : restores) {
                RestoreReport report =
                        ReportFormat.load().parse(restore.get().getBytes(StandardCharsets.UTF_8));
                assertEquals(1, report.contents().count());
                assertTrue(report.contents().allMatch(ContentsOutcome.Restored.class::isInstance));
            }
        }
        assertEquals(BUILDS, registry.timer("restorer.restore", "outcome", "SUCCEEDED").count());
        assertEquals(BUILDS, registry.timer("restorer.layer", "outcome", "SUCCEEDED").count());
    }

    @Test
    void aRestoreWhoseCacheDoesNotAnswerIsCancelledInTime() {
        assertTimeoutPreemptively(LONG, () -> {
            try (RestoreService service =
                    new RestoreService(new RestoreMetrics(registry), 1, Duration.ofMillis(200))) {
                Future<String> restore = service.restore(directory.resolve("layers"), group, label, silentCache());
                ExecutionException failure = assertThrows(ExecutionException.class, restore::get);
                assertInstanceOf(RestoreCancelledException.class, failure.getCause());
            }
        });
        assertEquals(1, registry.timer("restorer.restore", "outcome", "CANCELLED").count());
    }

    @Test
    void closingTheServiceEndsWhatRuns() {
        assertTimeoutPreemptively(LONG, () -> {
            Future<String> restore;
            try (RestoreService service = new RestoreService(new RestoreMetrics(registry), 1, LONG)) {
                restore = service.restore(directory.resolve("layers"), group, label, silentCache());
                Thread.sleep(200);
            }
            assertThrows(ExecutionException.class, restore::get);
        });
    }

    @Test
    void closingTheServiceCancelsWhatWaits() {
        assertTimeoutPreemptively(LONG, () -> {
            Future<String> waiting;
            try (RestoreService service = new RestoreService(new RestoreMetrics(registry), 1, LONG)) {
                Future<String> unused = service.restore(directory.resolve("layers-1"), group, label, silentCache());
                waiting = service.restore(directory.resolve("layers-2"), group, label, silentCache());
                Thread.sleep(200);
            }
            assertThrows(CancellationException.class, waiting::get);
        });
    }

    /** A cache whose contents never come. */
    private LayerCache silentCache() {
        return new LayerCache() {
            @Override
            public boolean exists() {
                return true;
            }

            @Override
            public CacheMetadata metadata() {
                return MetadataReader.load().parseCacheMetadata(metadata.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public Optional<LayerContents> contents(String id) {
                return Optional.of(new LayerContents(new SilentStream(), LayerContents.UNKNOWN_SIZE));
            }
        };
    }

    private static final class SilentStream extends InputStream {
        @Override
        public int read() throws IOException {
            try {
                TimeUnit.HOURS.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("reading was interrupted");
            }
            return -1;
        }
    }
}
