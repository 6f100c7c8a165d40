package dev.restorer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Restores a layer whose contents are hostile. They are in place or the layer is removed, whole either way and twice
 * the same; that costs little, and touches nothing around the layers directory.
 */
final class ContentsTrial {

    private ContentsTrial() {}

    /**
     * Tries one input.
     *
     * @param contents the contents in the cache
     * @param tar the tar that is compressed there, whose diff id the cache has
     */
    static void run(byte[] contents, byte[] tar) throws IOException {
        OneLayer cache = new OneLayer(contents, tar);
        Cost.limited(cost -> attempt(cost, cache));
    }

    private static void attempt(Cost cost, OneLayer cache) throws IOException {
        try (Ground ground = new Ground()) {
            boolean restored = restore(cost, ground, cache);
            assertThat(restore(cost, ground, cache)).as("restored again").isEqualTo(restored);
            ground.requireNothingTouchedAround();
        }
    }

    private static boolean restore(Cost cost, Ground ground, OneLayer cache) throws IOException {
        RestoreRequest request = cache.facts("0.12").request(ground.layers());
        RestoreReport report = cost.of(cache.size(), () -> Restores.restore(request, cache));
        List<ContentsOutcome> outcomes = report.contents().toList();
        assertThat(outcomes).hasSize(1);
        boolean restored = outcomes.get(0) instanceof ContentsOutcome.Restored;
        requireWhole(ground.layers(), restored);
        return restored;
    }

    private static void requireWhole(Path layers, boolean restored) throws IOException {
        assertThat(names(layers)).containsExactly(OneLayer.DIRECTORY);
        List<String> files = names(layers.resolve(OneLayer.DIRECTORY)).stream()
                .filter(name -> !name.matches(".*\\.sbom\\.[a-z]+\\.json"))
                .toList();
        if (restored) {
            assertThat(files)
                    .containsExactlyInAnyOrder(OneLayer.LAYER, OneLayer.LAYER + ".toml", OneLayer.LAYER + ".sha");
        } else {
            assertThat(files).isEmpty();
        }
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }
}
