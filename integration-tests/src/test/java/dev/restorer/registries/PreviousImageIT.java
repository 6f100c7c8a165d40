package dev.restorer.registries;

import static dev.restorer.registries.ImageBuild.assertDone;
import static dev.restorer.registries.ImageBuild.assertOneWarning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.OciLayout;
import dev.restorer.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The previous image, in a registry and in a layout. */
@Tag("long")
class PreviousImageIT {

    private static final String ANALYZED = """
            [[metadata.buildpacks]]
            key = "bp"
            [metadata.buildpacks.layers.of-analyzed]
            sha = "sha256:1"
            launch = true
            """;

    @TempDir
    Path directory;

    private ImageBuild build;

    @BeforeEach
    void makeBuild() throws IOException {
        build = new ImageBuild(directory);
    }

    @ParameterizedTest
    @EnumSource
    void itsMetadataAndItsSbomFilesAreRestoredAndItsDigestIsShown(Place place) throws Exception {
        try (ImagePlace images = place.of(build.app)) {
            Path report = directory.resolve("report.json");
            Finished run = build.restore("--previous-image", images.reference(), "--report", report.toString());
            assertDone(run);
            build.assertAppRestored();
            build.assertSbomRestored();
            assertThat(run.out())
                    .anyMatch(line -> line.matches("Using the previous image \\S+ \\(sha256:[0-9a-f]{64}\\)"));
            assertThat(report)
                    .content()
                    .containsPattern("\"previousImage\":\\{\"reference\":\"[^\"]+\",\"digest\":\"sha256:")
                    .contains("\"launchSbom\":[\"" + build.layers.resolve("bp/z.sbom.cdx.json") + "\"]");
        }
    }

    @Test
    void belowPlatformApi08ItsSbomFilesAreNot() {
        build.app.write("1");
        assertDone(build.restore("--previous-image", "oci:" + build.app.directory(), "--platform-api", "0.7"));
        build.assertAppRestored();
        assertThat(build.layers.resolve("bp/z.sbom.cdx.json")).doesNotExist();
    }

    @Test
    void inTwoStepsTheSecondRestoresItsSbomFiles() {
        build.app.write("1");
        String[] flags = {"--previous-image", "oci:" + build.app.directory(), "--sha-store", "files:", "--metadata-only"
        };
        assertDone(build.restore(flags));
        build.assertAppRestored();
        flags[flags.length - 1] = "--contents-only";
        assertDone(build.restore(flags));
        build.assertSbomRestored();
    }

    @ParameterizedTest
    @EnumSource
    void anImageThatDoesNotExistIsNoError(Place place) throws Exception {
        try (ImagePlace images = place.of(build.app)) {
            Finished run = build.restore("--previous-image", images.otherReference());
            assertDone(run);
            assertThat(run.out()).contains("Image with name \"" + images.otherReference() + "\" not found");
            assertThat(build.layers.resolve("bp")).doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedConfigIsAWarningAndNoMetadata(Place place) throws Exception {
        try (ImagePlace images = place.of(build.app)) {
            CacheImageIT.overwrite(images.file(images.config()));
            assertThat(assertOneWarning(build.restore("--previous-image", images.reference())))
                    .startsWith("Warning: Restoring without the metadata of the previous image: The image ");
            assertThat(build.layers.resolve("bp")).doesNotExist();
        }
    }

    @Test
    void aDamagedLabelIsAWarningAndNoMetadata() {
        build.app.label(ImageBuild.APP_LABEL, "{").write("1");
        assertThat(assertOneWarning(build.restore("--previous-image", "oci:" + build.app.directory())))
                .startsWith("Warning: Restoring without the metadata of the previous image: The label ");
    }

    @ParameterizedTest
    @EnumSource
    void anSbomLayerThatIsGoneIsAWarning(Place place) throws Exception {
        try (ImagePlace images = place.of(build.app)) {
            Files.delete(images.file(images.layers().get(0)));
            assertNoSbom(build.restore("--previous-image", images.reference()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anSbomLayerThatDoesNotMatchIsAWarning(Place place) throws Exception {
        try (ImagePlace images = place.of(build.app)) {
            CacheImageIT.overwrite(images.file(images.layers().get(0)));
            assertNoSbom(build.restore("--previous-image", images.reference()));
        }
    }

    private void assertNoSbom(Finished run) {
        assertThat(assertOneWarning(run))
                .startsWith("Warning: Not restoring SBOM files, they cannot be restored from the previous image: ");
        build.assertAppRestored();
        assertThat(build.layers.resolve("bp/z.sbom.cdx.json")).doesNotExist();
    }

    @Test
    void theFlagIsUsedAndNotAnAnalyzedTomlWithMetadata() throws IOException {
        build.app.write("1");
        Path analyzed = Files.writeString(directory.resolve("analyzed.toml"), ANALYZED);
        Finished run =
                build.restore("--previous-image", "oci:" + build.app.directory(), "--analyzed", analyzed.toString());
        assertDone(run);
        assertThat(run.out()).anyMatch(line -> line.endsWith(", and not that of " + analyzed));
        build.assertAppRestored();
        assertThat(build.layers.resolve("bp/of-analyzed.toml")).doesNotExist();
    }

    @Test
    void theVariableIsUsedOnlyWithoutMetadataInAnalyzedToml() throws IOException {
        build.app.write("1");
        List<String> variable = List.of("env", "CNB_PREVIOUS_IMAGE=oci:" + build.app.directory());
        Path analyzed = Files.writeString(directory.resolve("analyzed.toml"), ANALYZED);
        assertDone(build.restore(variable, "--analyzed", analyzed.toString()));
        assertThat(build.layers.resolve("bp/of-analyzed.toml")).exists();
        assertThat(build.layers.resolve("bp/z.toml")).doesNotExist();
        Files.writeString(analyzed, "[run-image]\nreference = \"r.example/run\"\n");
        assertDone(build.restore(variable, "--analyzed", analyzed.toString()));
        build.assertAppRestored();
    }

    @Test
    void theVariableIsNotUsedWhereTheAnalyzerFoundNoPreviousImage() throws IOException {
        List<String> variable = List.of("env", "CNB_PREVIOUS_IMAGE=127.0.0.1:1/app"); // no registry is at that port
        Path analyzed =
                Files.writeString(directory.resolve("analyzed.toml"), "[metadata]\n[metadata.config]\nsha = \"\"\n");
        assertDone(build.restore(variable, "--analyzed", analyzed.toString()));
    }

    @Test
    void withLayoutItIsReadBelowTheLayoutDirectory() throws IOException {
        OciLayout app = new OciLayout(directory.resolve("layouts/index.docker.io/library/app/latest"));
        app.label(ImageBuild.APP_LABEL, "{\"buildpacks\":[{\"key\":\"bp\",\"store\":{\"metadata\":{\"s\":\"t\"}}}]}")
                .write("latest");
        String layouts = directory.resolve("layouts").toString();
        assertDone(build.restore("--previous-image", "app", "-layout", "-layout-dir", layouts));
        assertThat(build.layers.resolve("bp/store.toml")).content().contains("s = \"t\"");
    }
}
