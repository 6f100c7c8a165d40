package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.AppMetadata;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.RestorePlan;
import dev.restorer.spi.DamagedImageException;
import dev.restorer.spi.ImageReadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviousImageTest {

    private static final AppMetadata ANALYZED =
            new AppMetadata(List.of(new BuildpackMetadata("example/node", Map.of(), null)));

    @TempDir
    Path directory;

    private final Run run = new Run();
    private Path analyzed;

    @BeforeEach
    void writeAnalyzed() throws IOException {
        analyzed = Files.writeString(directory.resolve("analyzed.toml"), "");
        run.registry.add("app", Map.of("io.buildpacks.lifecycle.metadata", "m"));
    }

    private int restore(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "restore";
        all[1] = "--analyzed=" + analyzed;
        System.arraycopy(more, 0, all, 2, more.length);
        return run.with(all);
    }

    private List<String> warnings() {
        return run.err().stream()
                .filter(line -> line.startsWith("Warning: ") && !line.contains("a warn line"))
                .toList();
    }

    private AppMetadata restored() {
        return run.restorer.restored().get(0).appMetadata();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-previous-image", "--previous-image"})
    void itsLabelHasTheAppMetadata(String flag) {
        assertThat(restore(flag, "app")).isZero();
        assertThat(restored().sbomDiffId()).isEqualTo("sha256:m");
        assertThat(run.contents.options().previousImage()).isNotNull();
        assertThat(run.out()).contains("Using the previous image r.example/app (sha256:0123456789abcdef)");
    }

    @Test
    void theFlagIsUsedBeforeAnAnalyzedTomlWithMetadataAndALineSaysSo() {
        run.reader.analyzed = ANALYZED;
        assertThat(restore("--previous-image=app")).isZero();
        assertThat(restored().buildpacks()).isEmpty();
        assertThat(run.out()).contains("Using the metadata of the previous image \"app\", and not that of " + analyzed);
    }

    @Test
    void withoutMetadataInAnalyzedTomlNoLineSaysSo() {
        assertThat(restore("--previous-image=app")).isZero();
        assertThat(run.out()).noneMatch(line -> line.startsWith("Using the metadata of"));
    }

    @Test
    void theVariableIsUsedWhereAnalyzedTomlHasNoMetadata() {
        run.variables.put("CNB_PREVIOUS_IMAGE", "app");
        assertThat(restore()).isZero();
        assertThat(restored().sbomDiffId()).isEqualTo("sha256:m");
    }

    @Test
    void theVariableIsUsedWhereThereIsNoAnalyzedToml() throws IOException {
        Files.delete(analyzed);
        run.variables.put("CNB_PREVIOUS_IMAGE", "app");
        assertThat(restore()).isZero();
        assertThat(restored().sbomDiffId()).isEqualTo("sha256:m");
        assertThat(run.reader.calls).noneMatch(call -> call.startsWith("analyzed"));
    }

    @Test
    void theVariableIsNotUsedWhereAnalyzedTomlHasMetadata() {
        run.variables.put("CNB_PREVIOUS_IMAGE", "app");
        run.reader.analyzed = ANALYZED;
        assertThat(restore()).isZero();
        assertThat(restored()).isEqualTo(ANALYZED);
        assertThat(run.registry.opened).isEmpty();
        assertThat(run.contents.options().previousImage()).isNull();
    }

    @Test
    void theVariableIsNotUsedWhereTheAnalyzerFoundNoPreviousImage() {
        run.variables.put("CNB_PREVIOUS_IMAGE", "app");
        run.reader.hasAppMetadata = true;
        assertThat(restore()).isZero();
        assertThat(restored()).isEqualTo(AppMetadata.empty());
        assertThat(run.registry.opened).isEmpty();
        assertThat(run.contents.options().previousImage()).isNull();
    }

    @Test
    void theFlagIsUsedWhereTheAnalyzerFoundNoPreviousImage() {
        run.reader.hasAppMetadata = true;
        assertThat(restore("--previous-image=app")).isZero();
        assertThat(restored().sbomDiffId()).isEqualTo("sha256:m");
    }

    @Test
    void theVariableIsNotUsedWhereTheLabelIsInAFile() {
        run.variables.put("CNB_PREVIOUS_IMAGE", "app");
        assertThat(run.with("restore", "--app-metadata", "app.json")).isZero();
        assertThat(run.registry.opened).isEmpty();
    }

    @Test
    void theFlagAndTheFlagForAFileExcludeEachOther() {
        assertThat(run.with("restore", "--app-metadata", "f", "--previous-image", "app"))
                .isEqualTo(3);
        assertThat(run.errors()).singleElement().asString().contains("--previous-image", "--app-metadata", "exclude");
        assertThat(run.reader.calls).isEmpty();
    }

    @Test
    void anEmptyFlagOverridesTheVariable() {
        run.variables.put("CNB_PREVIOUS_IMAGE", "app");
        assertThat(restore("--previous-image=")).isZero();
        assertThat(run.registry.opened).isEmpty();
    }

    @Test
    void contentsAloneHaveItsSbomToo() {
        assertThat(restore("--contents-only", "--sha-store=fake:", "--previous-image=app"))
                .isZero();
        assertThat(restored().sbomDiffId()).isEqualTo("sha256:m");
        assertThat(run.contents.options().previousImage()).isNotNull();
    }

    @Test
    void anImageThatDoesNotExistHasNoMetadata() {
        assertThat(restore("--previous-image=none", "--cache-dir=c")).isZero();
        assertThat(restored()).isEqualTo(AppMetadata.empty());
        assertThat(run.out()).contains("Image with name \"none\" not found");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void anImageWithoutTheLabelHasNoMetadata() {
        run.registry.add("plain", Map.of());
        assertThat(restore("--previous-image=plain", "--cache-dir=c")).isZero();
        assertThat(restored()).isEqualTo(AppMetadata.empty());
        assertThat(warnings())
                .containsExactly("Warning: Restoring without the metadata of the previous image, since r.example/plain"
                        + " has no label io.buildpacks.lifecycle.metadata. Check that it is the image of an app.");
    }

    @Test
    void aDamagedImageIsAWarning() {
        run.registry.fail("app", new DamagedImageException("app", "it is broken", "Push it again"));
        assertThat(restore("--previous-image=app", "--cache-dir=c")).isZero();
        assertThat(warnings())
                .containsExactly("Warning: Restoring without the metadata of the previous image:"
                        + " The image app is damaged: it is broken. Push it again.");
        assertThat(restored()).isEqualTo(AppMetadata.empty());
    }

    @Test
    void anImageThatCannotBeReadIsOneError() {
        run.registry.fail(
                "app", new ImageReadException("r.example", "app", "it replies with status 503", "Try again later"));
        assertThat(restore("--previous-image=app")).isEqualTo(42);
        assertThat(run.errors())
                .containsExactly(
                        "ERROR: The image app cannot be read from r.example: it replies with status 503. Try again later.");
    }

    @Test
    void explainShowsItsDigestAndWhereSbomFilesComeFrom() {
        run.restorer.answerWith(new RestorePlan(false, List.of(), null, true));
        assertThat(run.with("explain", "--previous-image", "app")).isZero();
        assertThat(run.out())
                .contains("Previous image: r.example/app (sha256:0123456789abcdef)")
                .contains("SBOM files of launch layers: restored from the previous image");
        run.registry.add("plain", Map.of());
        assertThat(run.with("explain", "--previous-image", "plain")).isZero();
        assertThat(run.out()).contains("SBOM files of launch layers: not restored, the previous image has none");
    }
}
