package dev.restorer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.AppMetadata;
import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.RestoreReport;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Mutations start from what is kept. Of that, what is sound has to be restored, or nothing behind a refusal is reached.
 */
class SoundInputsTest {

    @Test
    void aLabelIsWritten() throws IOException {
        Path label = input("LabelFuzzTest", "launch-layer.json");
        Facts facts = Facts.of(Restores.READER.readLabel(label), OneLayer.KEPT.metadata());
        assertThat(report(facts, OneLayer.KEPT).layers()).hasSize(2).allMatch(layer -> layer.written() != null);
    }

    @Test
    void anAnalyzedTomlIsWritten() throws IOException {
        Path analyzed = input("AnalyzedTomlFuzzTest", "launch-layer.toml");
        Facts facts = Facts.of(Restores.READER.readAnalyzed(analyzed), OneLayer.KEPT.metadata());
        assertThat(report(facts, OneLayer.KEPT).layers()).hasSize(2).allMatch(layer -> layer.written() != null);
    }

    @Test
    void whatACacheKnowsIsRestored() throws IOException {
        byte[] json = Files.readAllBytes(input("CacheMetadataFuzzTest", "cached-layer.json"));
        Facts facts = Facts.of(AppMetadata.empty(), Restores.READER.parseCacheMetadata(json));
        assertThat(report(facts, OneLayer.KEPT).contents())
                .singleElement()
                .isInstanceOf(ContentsOutcome.Restored.class);
    }

    @Test
    void aGroupIsRead() {
        assertThat(Restores.READER
                        .readGroup(input("GroupTomlFuzzTest", "two-buildpacks.toml"))
                        .buildpacks())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TarFuzzTest/sound.tar", "TarGzFuzzTest/sound.tar.gz", "TarZstFuzzTest/sound.tar.zst"})
    void contentsAreRestored(String input) throws IOException {
        String[] parts = input.split("/", -1);
        byte[] contents = Files.readAllBytes(input(parts[0], parts[1]));
        byte[] tar = Files.readAllBytes(input("TarFuzzTest", "sound.tar"));
        OneLayer cache = new OneLayer(contents, tar);
        assertThat(report(cache.facts("0.12"), cache).contents())
                .singleElement()
                .isInstanceOf(ContentsOutcome.Restored.class);
    }

    private static RestoreReport report(Facts facts, OneLayer cache) throws IOException {
        try (Ground ground = new Ground()) {
            return Restores.restore(facts.request(ground.layers()), cache);
        }
    }

    private static Path input(String test, String name) {
        URL input = Objects.requireNonNull(SoundInputsTest.class.getResource(test + "Inputs/restores/" + name));
        return Path.of(URI.create(input.toString()));
    }
}
