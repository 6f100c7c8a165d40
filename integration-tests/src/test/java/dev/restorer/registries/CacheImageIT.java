package dev.restorer.registries;

import static dev.restorer.registries.ImageBuild.assertDone;
import static dev.restorer.registries.ImageBuild.assertOneWarning;
import static org.assertj.core.api.Assertions.assertThat;

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

/** The cache in an image, in a registry and in a layout. */
@Tag("long")
class CacheImageIT {

    @TempDir
    Path directory;

    private ImageBuild build;

    @BeforeEach
    void makeBuild() throws IOException {
        build = new ImageBuild(directory);
    }

    @ParameterizedTest
    @EnumSource
    void itsLayersAreRestoredAndItsDigestIsShown(Place place) throws Exception {
        try (ImagePlace images = place.of(build.cache)) {
            Path report = directory.resolve("report.json");
            Finished run = build.restore(
                    "--cache-image",
                    images.reference(),
                    "--app-metadata",
                    directory.resolve("app.json").toString(),
                    "--report",
                    report.toString());
            assertDone(run);
            build.assertCacheRestored();
            assertThat(run.out())
                    .anyMatch(line -> line.matches("Using the cache image \\S+ \\(sha256:[0-9a-f]{64}\\)"));
            assertThat(report)
                    .content()
                    .containsPattern("\"cacheImage\":\\{\"reference\":\"[^\"]+\",\"digest\":\"sha256:");
        }
    }

    @ParameterizedTest
    @EnumSource
    void itIsUsedInTwoStepsToo(Place place) throws Exception {
        try (ImagePlace images = place.of(build.cache)) {
            String[] flags = {"--cache-image", images.reference(), "--sha-store", "files:", "--metadata-only"};
            assertThat(build.restore(flags).exitCode()).isZero();
            assertThat(build.layers.resolve("bp/x.toml")).exists();
            assertThat(build.layers.resolve("bp/x")).doesNotExist();
            flags[flags.length - 1] = "--contents-only";
            assertDone(build.restore(flags));
            build.assertCacheRestored();
        }
    }

    @ParameterizedTest
    @EnumSource
    void explainReadsNoLayer(Place place) throws Exception {
        try (ImagePlace images = place.of(build.cache)) {
            for (String blob : images.layers()) {
                Files.delete(images.file(blob));
            }
            Finished run = build.run(
                    "explain",
                    List.of(),
                    "--cache-image",
                    images.reference(),
                    "--app-metadata",
                    directory.resolve("app.json").toString());
            assertDone(run);
            assertThat(String.join("", run.out())).matches(".*Cache image: .*:1 +\\(sha256:[0-9a-f]{64}\\).*");
            assertThat(build.layers).doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anImageThatDoesNotExistIsNoError(Place place) throws Exception {
        try (ImagePlace images = place.of(build.cache)) {
            Finished run = build.restoreCache(images.otherReference());
            assertDone(run);
            assertThat(run.out()).contains("Layer cache not found");
            build.assertNothingOfTheCache();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedConfigIsAWarningAndNoCache(Place place) throws Exception {
        try (ImagePlace images = place.of(build.cache)) {
            overwrite(images.file(images.config()));
            assertThat(assertOneWarning(build.restoreCache(images.reference())))
                    .startsWith("Warning: Ignoring the cache, since its metadata is not valid: The image ");
            build.assertNothingOfTheCache();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedLabelIsAWarningAndNoCache(Place place) throws Exception {
        build.cache.label(ImageBuild.CACHE_LABEL, "{");
        try (ImagePlace images = place.of(build.cache)) {
            assertThat(assertOneWarning(build.restoreCache(images.reference())))
                    .startsWith("Warning: Ignoring the cache, since its metadata is not valid: ");
            build.assertNothingOfTheCache();
        }
    }

    @Test
    void aLabelLargerThanTheMemoryIsAWarningAndNoCache() throws Exception {
        build.cache.label("other", "a".repeat(60_000_000)); // skopeo pushes no such image
        try (ImagePlace images = Place.LAYOUT.of(build.cache)) {
            List<String> small = List.of("env", "RESTORER_JAVA_OPTS=-Xmx128m");
            assertThat(assertOneWarning(build.restoreCache(small, images.reference())))
                    .startsWith("Warning: Ignoring the cache, since its metadata is not valid: ")
                    .contains("is larger than the memory of the JVM");
            build.assertNothingOfTheCache();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLayerThatIsGoneIsRemovedAndTheOtherIsRestored(Place place) throws Exception {
        try (ImagePlace images = place.of(build.cache)) {
            Files.delete(images.file(images.layers().get(0)));
            assertOnlyTheSecondLayer(build.restoreCache(images.reference()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLayerThatDoesNotMatchIsRemovedAndTheOtherIsRestored(Place place) throws Exception {
        try (ImagePlace images = place.of(build.cache)) {
            overwrite(images.file(images.layers().get(0)));
            assertOnlyTheSecondLayer(build.restoreCache(images.reference()));
        }
    }

    private void assertOnlyTheSecondLayer(Finished run) {
        assertThat(assertOneWarning(run)).startsWith("Warning: Removing \"bp:x\", its contents cannot be restored: ");
        assertThat(build.layers.resolve("bp/x")).doesNotExist();
        assertThat(build.layers.resolve("bp/x.toml")).doesNotExist();
        assertThat(build.layers.resolve("bp/y/file")).hasContent("y");
    }

    @Test
    void aDamagedManifestIsAWarningAndNoCache() throws Exception {
        String digest = build.cache.write("1");
        overwrite(build.cache.blobFile(digest));
        assertThat(assertOneWarning(build.restoreCache("oci:" + build.cache.directory())))
                .startsWith("Warning: Ignoring the cache, since its metadata is not valid: The image ");
        build.assertNothingOfTheCache();
    }

    @Test
    void itIsUsedAndNotACacheDirectory() throws Exception {
        build.cache.write("1");
        assertDone(build.restore(
                List.of("env", "CNB_CACHE_IMAGE=oci:" + build.cache.directory()),
                "--cache-dir",
                directory.resolve("none").toString(),
                "--app-metadata",
                directory.resolve("app.json").toString()));
        build.assertCacheRestored();
    }

    /** Keeps the length, and changes every byte. */
    static void overwrite(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 1;
        }
        Files.write(file, bytes);
    }
}
