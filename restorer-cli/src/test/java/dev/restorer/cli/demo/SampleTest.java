package dev.restorer.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.MetadataReader;
import dev.restorer.api.AppMetadata;
import dev.restorer.api.BuildpackMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {

    private final MetadataReader reader = MetadataReader.load();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private Path unpacked(String name) throws IOException {
        try (InputStream resource = Objects.requireNonNull(Sample.class.getResourceAsStream(name))) {
            Path file = directory.resolve(name);
            Files.copy(resource, file);
            return file;
        }
    }

    /** One form has the metadata in JSON, the other as values. */
    private Map<String, @Nullable Object> facts(AppMetadata app) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        for (BuildpackMetadata buildpack : app.buildpacks()) {
            buildpack.layers().forEach((name, layer) -> {
                facts.put(buildpack.id() + ":" + name, layer.diffId() + " " + layer.types());
                facts.put(buildpack.id() + ":" + name + " metadata", reader.value(layer.metadata()));
            });
            if (buildpack.store() != null) {
                facts.put(
                        buildpack.id() + " store",
                        reader.value(buildpack.store().metadata()));
            }
        }
        return facts;
    }

    @Test
    void theAnalyzedTomlHasTheDataOfTheLabel() throws IOException {
        Map<String, @Nullable Object> label = facts(reader.readLabel(unpacked("app.json")));
        assertThat(label).hasSize(13);
        assertThat(facts(reader.readAnalyzed(unpacked("analyzed.toml")))).isEqualTo(label);
    }
}
