package dev.restorer.core.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.ContentsOptions;
import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.RestoreRequest;
import dev.restorer.core.contents.MemoryCache;
import dev.restorer.core.engine.RestoreEngine;
import dev.restorer.fixtures.Tar;
import dev.restorer.testing.RecordingShaStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class FlightRecordingTest {

    @TempDir
    Path directory;

    private void restore() {
        MemoryCache cache = new MemoryCache();
        String diffId = cache.add(new Tar().file("/layers/a/x/file", "content").bytes());
        LayerMetadata layer = LayerMetadata.of(diffId)
                .types(LayerTypes.of(false, false, true))
                .build();
        RestoreRequest request = RestoreRequest.in(directory.resolve("layers"))
                .group(List.of(new Buildpack("a", "1", "0.10")))
                .platformApi("0.15")
                .cacheMetadata(new CacheMetadata(List.of(new BuildpackMetadata("a", Map.of("x", layer), null)), null))
                .build();
        new RestoreEngine()
                .restore(
                        request,
                        new RecordingShaStore(),
                        ContentsOptions.from(cache).build());
    }

    private List<RecordedEvent> record() throws IOException {
        Path file = directory.resolve("restore.jfr");
        try (Recording recording = new Recording()) {
            recording.start();
            restore();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().startsWith("dev.restorer."))
                .toList();
    }

    private static RecordedEvent only(List<RecordedEvent> events, String name) {
        List<RecordedEvent> found = events.stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .toList();
        assertThat(found).as(name).hasSize(1);
        return found.get(0);
    }

    @Test
    void operationsAreEvents() throws IOException {
        List<RecordedEvent> events = record();

        RecordedEvent restore = only(events, "dev.restorer.Restore");
        assertThat(restore.getString("steps")).isEqualTo("METADATA_AND_CONTENTS");
        assertThat(restore.getString("layersDirectory"))
                .isEqualTo(directory.resolve("layers").toString());
        assertThat(restore.getString("outcome")).isEqualTo("SUCCEEDED");
        assertThat(restore.getDuration()).isPositive();

        RecordedEvent layer = only(events, "dev.restorer.Layer");
        assertThat(layer.getString("buildpack")).isEqualTo("a");
        assertThat(layer.getString("layer")).isEqualTo("x");
        assertThat(layer.getLong("bytes")).isEqualTo(7);

        assertThat(events)
                .filteredOn(event -> event.getEventType().getName().equals("dev.restorer.StoreCall"))
                .extracting(event -> event.getString("method"))
                .containsExactlyInAnyOrder("PUT_ALL", "GET_ALL");
    }
}
