package dev.restorer.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.ReportFormat;
import dev.restorer.api.BuildpackReport;
import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.LayerOutcome;
import dev.restorer.api.RestoreReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlannedReportTest {

    private static final ReportFormat FORMAT = ReportFormat.load();

    private static RestoreReport report(boolean contents) {
        String json = PlannedReport.json(Plans.explanation(Plans.ofFourLayers(), contents), FORMAT);
        assertThat(json).doesNotContain("\n");
        return FORMAT.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void thePlanHasTheFormatOfAReport() {
        BuildpackReport buildpack = report(true).buildpacks().get(0);
        assertThat(buildpack.directory()).isEqualTo(Path.of("/l/example_node"));
        assertThat(buildpack.store()).isEqualTo(Path.of("/l/example_node/store.toml"));
        assertThat(buildpack.layers()).hasSize(5);
        assertThat(buildpack.contents())
                .hasExactlyElementsOfTypes(ContentsOutcome.Restored.class, ContentsOutcome.Removed.class);
        assertThat(report(true).sbom()).isNotNull();
    }

    @Test
    void aFileIsNamedIfItWouldBeWrittenAndNotRemovedWithTheContents() {
        assertThat(report(true).layers())
                .extracting(LayerOutcome::written)
                .containsExactly("deps.toml", null, "web.toml", null, null);
        assertThat(report(false).layers())
                .extracting(LayerOutcome::written)
                .containsExactly("deps.toml", null, "web.toml", null, "npm.toml");
    }

    @Test
    void withMetadataOnlyThereAreNoContents() {
        assertThat(report(false).contents()).isEmpty();
        assertThat(report(false).sbom()).isNull();
    }
}
