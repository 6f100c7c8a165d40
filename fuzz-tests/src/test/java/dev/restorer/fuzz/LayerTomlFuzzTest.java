package dev.restorer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of a layer, which says below Buildpack API 0.6 whether the layer is cached. */
class LayerTomlFuzzTest {

    @FuzzTarget
    void restores(byte[] input) throws IOException {
        Cost.limited(cost -> attempt(cost, input));
    }

    private static void attempt(Cost cost, byte[] input) throws IOException {
        try (Ground ground = new Ground()) {
            Path directory = Files.createDirectory(ground.layers().resolve(OneLayer.DIRECTORY));
            Files.write(directory.resolve(OneLayer.LAYER + ".toml"), input);
            Files.writeString(directory.resolve(OneLayer.LAYER + ".sha"), OneLayer.KEPT.diffId());
            RestoreRequest request = OneLayer.KEPT.facts("0.5").request(ground.layers());

            RestoreReport report = cost.of(input.length, () -> Restores.restoreContents(request, OneLayer.KEPT));

            assertThat(report.contents()).hasSizeLessThanOrEqualTo(1);
            assertThat(Restores.restore(request, OneLayer.KEPT).contents())
                    .singleElement()
                    .isInstanceOf(ContentsOutcome.Restored.class);
            ground.requireNothingTouchedAround();
        }
    }
}
