package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.ImageSources;
import dev.restorer.spi.DamagedImageException;
import dev.restorer.spi.ImageLayerCache;
import dev.restorer.spi.ImageReadException;
import dev.restorer.spi.LayerCache;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheImageTest {

    private static final Map<String, String> LABEL = Map.of("io.buildpacks.lifecycle.cache.metadata", "m");

    private final Run run = new Run();

    private List<String> warnings() {
        return run.err().stream()
                .filter(line -> line.startsWith("Warning: ") && !line.contains("a warn line"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-cache-image", "--cache-image"})
    void itsMetadataIsThatOfTheLabelAndItsLayersAreTheCache(String flag) {
        run.registry.add("cache", LABEL);
        assertThat(run.with("restore", flag, "cache")).isZero();
        assertThat(run.reader.calls).contains("metadata of cache image m");
        assertThat(run.contents.options().cache()).isInstanceOf(ImageLayerCache.class);
        assertThat(run.out()).contains("Using the cache image r.example/cache (sha256:0123456789abcdef)");
        assertThat(run.registry.calls).containsExactly("cache", "close");
    }

    @Test
    void itIsUsedAndNotTheDirectory() {
        run.variables.put("CNB_CACHE_IMAGE", "cache");
        run.registry.add("cache", LABEL);
        assertThat(run.with("restore", "-cache-dir", "c")).isZero();
        assertThat(run.contents.options().cache()).isInstanceOf(ImageLayerCache.class);
    }

    @Test
    void anEmptyFlagOverridesTheVariable() {
        run.variables.put("CNB_CACHE_IMAGE", "cache");
        assertThat(run.with("restore", "--cache-image=", "--cache-dir", "c")).isZero();
        assertThat(run.registry.opened).isEmpty();
        assertThat(run.reader.calls).contains("cache c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--skip-layers", "--cache-metadata=m"})
    void itIsNotReadWhereNothingIsTakenFromIt(String flag) {
        run.variables.put("CNB_CACHE_IMAGE", "cache");
        assertThat(run.with("restore", flag)).isZero();
        assertThat(run.registry.opened).isEmpty();
    }

    @Test
    void withoutImagesNoSourceIsSearched() {
        run.images = configuration -> {
            throw new AssertionError();
        };
        assertThat(run.with("restore", "--cache-dir", "c")).isZero();
    }

    @Test
    void anImageWithoutTheLabelIsAWarning() {
        run.registry.add("cache", Map.of());
        assertThat(run.with("restore", "--cache-image", "cache")).isZero();
        assertThat(warnings())
                .containsExactly("Warning: No cached layers are restored, since the image r.example/cache has no label"
                        + " io.buildpacks.lifecycle.cache.metadata. Check that it is the image of a cache.");
    }

    @Test
    void contentsAloneWithoutACacheAreAWarning() {
        String warning = "Warning: No cached data will be used, no cache specified."
                + " Give --cache-dir or --cache-image, as for --metadata-only.";
        String[] contents = {"restore", "--contents-only", "--sha-store=fake:", "--skip-layers=false"};
        assertThat(run.with(contents)).isZero();
        assertThat(warnings()).containsExactly(warning);
        contents[3] = "--cache-dir=c";
        assertThat(run.with(contents)).isZero();
        assertThat(warnings()).containsExactly(warning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--skip-layers=false", "--skip-layers", "--metadata-only"})
    void aRestoreWithoutACacheIsAWarningInTheWordsOfTheLifecycle(String flag) {
        assertThat(run.with("restore", flag)).isZero();
        assertThat(run.with("explain", flag)).isZero();
        String warning = "Warning: No cached data will be used, no cache specified.";
        assertThat(warnings()).containsExactly(warning, warning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--cache-dir=c", "--cache-image=cache", "--cache-metadata=m"})
    void withACacheThereIsNoSuchWarningEvenIfLayersAreSkipped(String flag) {
        assertThat(run.with("restore", "--skip-layers", flag)).isZero();
        assertThat(warnings()).isEmpty();
    }

    @Test
    void anImageThatDoesNotExistIsACacheThatDoesNotExist() {
        assertThat(run.with("restore", "--cache-image", "cache")).isZero();
        assertThat(run.out()).contains("Image with name \"cache\" not found");
        assertThat(run.reader.calls).contains("cache " + LayerCache.none());
        assertThat(run.contents.options().cache()).isSameAs(LayerCache.none());
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aDamagedImageIsAWarning() {
        run.registry.fail("cache", new DamagedImageException("cache", "it is broken", "Push it again"));
        assertThat(run.with("restore", "--cache-image", "cache")).isZero();
        assertThat(warnings())
                .containsExactly("Warning: Ignoring the cache, since its metadata is not valid:"
                        + " The image cache is damaged: it is broken. Push it again.");
        assertThat(run.contents.options().cache()).isSameAs(LayerCache.none());
    }

    @Test
    void anImageThatCannotBeReadIsOneErrorAndNothingIsRestored() {
        run.registry.fail(
                "cache", new ImageReadException("r.example", "cache", "it replies with status 503", "Try again later"));
        assertThat(run.with("restore", "--cache-image", "cache")).isEqualTo(42);
        assertThat(run.errors())
                .containsExactly(
                        "ERROR: The image cache cannot be read from r.example: it replies with status 503. Try again later.");
        assertThat(run.contents.calls).isEmpty();
        assertThat(run.registry.calls).containsExactly("cache", "close");
    }

    @Test
    void withoutASourceTheErrorNamesTheArtifact() {
        run.images = configuration -> ImageSources.of().openSource(configuration);
        assertThat(run.with("restore", "--cache-image", "cache")).isEqualTo(42);
        assertThat(run.errors()).singleElement().asString().contains("restorer-images");
    }

    @Test
    void explainReadsItAndShowsItsDigest() {
        run.registry.add("cache", LABEL);
        assertThat(run.with("explain", "--cache-image", "cache", "--log-level", "error"))
                .isZero();
        assertThat(run.out()).startsWith("Cache image: r.example/cache (sha256:0123456789abcdef)", "");
        assertThat(run.registry.calls).containsExactly("cache", "close");
    }

    @Test
    void theProgressShowsTheStartOfTheDigest() {
        run.registry.add("cache", LABEL);
        run.contents.meanwhile = () -> run.nanoTime += 2_000_000_000L;
        assertThat(run.with("restore", "--cache-image", "cache")).isZero();
        assertThat(run.rawErr()).contains("Layers of sha256:0123456789ab: 50 B of 100 B, ");
    }

    @Test
    void aPlatformApiThatIsNotKnownIsReportedFirst() {
        assertThat(run.with("restore", "--platform-api", "0.99", "-cache-image", "i"))
                .isEqualTo(11);
    }
}
