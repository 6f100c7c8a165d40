package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    @TempDir
    Path directory;

    private final Run run = new Run();

    @Test
    void explainPlansAndWritesNothing() {
        Path layers = directory.resolve("layers");
        Path report = directory.resolve("report.json");
        assertThat(run.with("explain", "--layers=" + layers, "--report=" + report, "--sha-store=other:"))
                .isZero();
        assertThat(run.restorer.planned()).last().satisfies(request -> {
            assertThat(request.layersDirectory()).isEqualTo(layers);
            assertThat(request.group()).hasSize(1);
        });
        assertThat(run.restorer.restored()).isEmpty();
        assertThat(run.store.opened).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whereThereAreNoLayersThatIsSaid() {
        run.with("explain");
        assertThat(run.out()).anyMatch(line -> line.startsWith("Neither the app image nor the cache knows a layer"));
    }
}
