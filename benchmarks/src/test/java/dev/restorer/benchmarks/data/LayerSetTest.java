package dev.restorer.benchmarks.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.api.AppMetadata;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.RestoreRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerSetTest {

    private final LayerSet layers = new LayerSet(2_000, "0.10");

    @Test
    void fourInFiveLayersAreRestored() {
        RestoreRequest request = layers.request(Path.of("layers"));
        assertThat(LayerRestorer.load().plan(request).decisions().filter(LayerDecision::restored))
                .hasSize(1_600);
    }

    @Test
    void aLayerHasMetadataOfAboutFourHundredBytes() {
        assertThat(layers.label().length / 1_600).isBetween(400, 600);
    }

    @Test
    void theAnalyzedTomlHasTheLayersOfTheLabel(@TempDir Path directory) throws Exception {
        MetadataReader reader = MetadataReader.load();
        Path file = Files.write(directory.resolve("analyzed.toml"), layers.analyzedToml());
        assertThat(names(reader.readAnalyzed(file))).isEqualTo(names(reader.parseLabel(layers.label())));
    }

    @Test
    void theAnalyzedTomlHasTheMetadataOfTheLabel(@TempDir Path directory) throws Exception {
        MetadataReader reader = MetadataReader.load();
        Path file = Files.write(directory.resolve("analyzed.toml"), layers.analyzedToml());
        assertThat(metadata(reader, reader.readAnalyzed(file)))
                .doesNotContainNull()
                .isEqualTo(metadata(reader, reader.parseLabel(layers.label())));
    }

    private static List<@Nullable Object> metadata(MetadataReader reader, AppMetadata app) {
        List<@Nullable Object> values = new ArrayList<>();
        app.buildpacks()
                .forEach(buildpack ->
                        buildpack.layers().values().forEach(layer -> values.add(reader.value(layer.metadata()))));
        return values;
    }

    private static List<String> names(AppMetadata metadata) {
        return metadata.buildpacks().stream()
                .flatMap(buildpack -> buildpack.layers().keySet().stream())
                .toList();
    }
}
