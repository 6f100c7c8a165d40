package dev.restorer.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.AppMetadata;
import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.Reason;
import dev.restorer.api.RestoreRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The table of the rules. In words:
 *
 * <ul>
 *   <li>App image: a layer with launch=false is not restored; nor is one with build=true and cache=false; nor is one
 *       with cache=true that the cache does not have with cache=true; every other is.
 *   <li>Cache: a layer with cache=false is not restored; nor is one with launch=true, about which the app image decides
 *       (from Platform API 0.14 on only if it lists the layer); every other is.
 * </ul>
 *
 * <p>{@code b}, {@code l} and {@code c} stand for build, launch and cache.
 */
class LayerTypeTableTest {

    @ParameterizedTest(name = "app image {0}, cache {1}")
    @CsvSource(delimiter = '|', textBlock = """
            --- | --- | APP_LAUNCH_FALSE        | CACHE_FALSE
            --- | --c | APP_LAUNCH_FALSE        | RESTORED_FROM_CACHE
            --- | -l- | APP_LAUNCH_FALSE        | CACHE_FALSE
            --- | -lc | APP_LAUNCH_FALSE        | CACHE_LAUNCH_TRUE
            --- | b-- | APP_LAUNCH_FALSE        | CACHE_FALSE
            --- | b-c | APP_LAUNCH_FALSE        | RESTORED_FROM_CACHE
            --- | bl- | APP_LAUNCH_FALSE        | CACHE_FALSE
            --- | blc | APP_LAUNCH_FALSE        | CACHE_LAUNCH_TRUE
            --c | --- | APP_LAUNCH_FALSE        | CACHE_FALSE
            --c | --c | APP_LAUNCH_FALSE        | RESTORED_FROM_CACHE
            --c | -l- | APP_LAUNCH_FALSE        | CACHE_FALSE
            --c | -lc | APP_LAUNCH_FALSE        | CACHE_LAUNCH_TRUE
            --c | b-- | APP_LAUNCH_FALSE        | CACHE_FALSE
            --c | b-c | APP_LAUNCH_FALSE        | RESTORED_FROM_CACHE
            --c | bl- | APP_LAUNCH_FALSE        | CACHE_FALSE
            --c | blc | APP_LAUNCH_FALSE        | CACHE_LAUNCH_TRUE
            -l- | --- | RESTORED_FROM_APP_IMAGE | CACHE_FALSE
            -l- | --c | RESTORED_FROM_APP_IMAGE | RESTORED_FROM_CACHE
            -l- | -l- | RESTORED_FROM_APP_IMAGE | CACHE_FALSE
            -l- | -lc | RESTORED_FROM_APP_IMAGE | CACHE_LAUNCH_TRUE
            -l- | b-- | RESTORED_FROM_APP_IMAGE | CACHE_FALSE
            -l- | b-c | RESTORED_FROM_APP_IMAGE | RESTORED_FROM_CACHE
            -l- | bl- | RESTORED_FROM_APP_IMAGE | CACHE_FALSE
            -l- | blc | RESTORED_FROM_APP_IMAGE | CACHE_LAUNCH_TRUE
            -lc | --- | APP_NOT_IN_CACHE        | CACHE_FALSE
            -lc | --c | RESTORED_FROM_APP_IMAGE | RESTORED_FROM_CACHE
            -lc | -l- | APP_NOT_IN_CACHE        | CACHE_FALSE
            -lc | -lc | RESTORED_FROM_APP_IMAGE | CACHE_LAUNCH_TRUE
            -lc | b-- | APP_NOT_IN_CACHE        | CACHE_FALSE
            -lc | b-c | RESTORED_FROM_APP_IMAGE | RESTORED_FROM_CACHE
            -lc | bl- | APP_NOT_IN_CACHE        | CACHE_FALSE
            -lc | blc | RESTORED_FROM_APP_IMAGE | CACHE_LAUNCH_TRUE
            b-- | --- | APP_LAUNCH_FALSE        | CACHE_FALSE
            b-- | --c | APP_LAUNCH_FALSE        | RESTORED_FROM_CACHE
            b-- | -l- | APP_LAUNCH_FALSE        | CACHE_FALSE
            b-- | -lc | APP_LAUNCH_FALSE        | CACHE_LAUNCH_TRUE
            b-- | b-- | APP_LAUNCH_FALSE        | CACHE_FALSE
            b-- | b-c | APP_LAUNCH_FALSE        | RESTORED_FROM_CACHE
            b-- | bl- | APP_LAUNCH_FALSE        | CACHE_FALSE
            b-- | blc | APP_LAUNCH_FALSE        | CACHE_LAUNCH_TRUE
            b-c | --- | APP_LAUNCH_FALSE        | CACHE_FALSE
            b-c | --c | APP_LAUNCH_FALSE        | RESTORED_FROM_CACHE
            b-c | -l- | APP_LAUNCH_FALSE        | CACHE_FALSE
            b-c | -lc | APP_LAUNCH_FALSE        | CACHE_LAUNCH_TRUE
            b-c | b-- | APP_LAUNCH_FALSE        | CACHE_FALSE
            b-c | b-c | APP_LAUNCH_FALSE        | RESTORED_FROM_CACHE
            b-c | bl- | APP_LAUNCH_FALSE        | CACHE_FALSE
            b-c | blc | APP_LAUNCH_FALSE        | CACHE_LAUNCH_TRUE
            bl- | --- | APP_BUILD_NOT_CACHED    | CACHE_FALSE
            bl- | --c | APP_BUILD_NOT_CACHED    | RESTORED_FROM_CACHE
            bl- | -l- | APP_BUILD_NOT_CACHED    | CACHE_FALSE
            bl- | -lc | APP_BUILD_NOT_CACHED    | CACHE_LAUNCH_TRUE
            bl- | b-- | APP_BUILD_NOT_CACHED    | CACHE_FALSE
            bl- | b-c | APP_BUILD_NOT_CACHED    | RESTORED_FROM_CACHE
            bl- | bl- | APP_BUILD_NOT_CACHED    | CACHE_FALSE
            bl- | blc | APP_BUILD_NOT_CACHED    | CACHE_LAUNCH_TRUE
            blc | --- | APP_NOT_IN_CACHE        | CACHE_FALSE
            blc | --c | RESTORED_FROM_APP_IMAGE | RESTORED_FROM_CACHE
            blc | -l- | APP_NOT_IN_CACHE        | CACHE_FALSE
            blc | -lc | RESTORED_FROM_APP_IMAGE | CACHE_LAUNCH_TRUE
            blc | b-- | APP_NOT_IN_CACHE        | CACHE_FALSE
            blc | b-c | RESTORED_FROM_APP_IMAGE | RESTORED_FROM_CACHE
            blc | bl- | APP_NOT_IN_CACHE        | CACHE_FALSE
            blc | blc | RESTORED_FROM_APP_IMAGE | CACHE_LAUNCH_TRUE
            """)
    void aLayerOfAppImageAndCache(String app, String cache, Reason fromAppImage, Reason fromCache) {
        for (String platformApi : List.of("0.3", "0.13", "0.14", "0.15")) {
            assertThat(decide(platformApi, app, cache))
                    .extracting(LayerDecision::reason)
                    .containsExactly(fromAppImage, fromCache);
        }
    }

    @ParameterizedTest(name = "app image {0}")
    @CsvSource(delimiter = '|', textBlock = """
            --- | APP_LAUNCH_FALSE
            --c | APP_LAUNCH_FALSE
            -l- | RESTORED_FROM_APP_IMAGE
            -lc | APP_NOT_IN_CACHE
            b-- | APP_LAUNCH_FALSE
            b-c | APP_LAUNCH_FALSE
            bl- | APP_BUILD_NOT_CACHED
            blc | APP_NOT_IN_CACHE
            """)
    void aLayerOfTheAppImageOnly(String app, Reason reason) {
        for (String platformApi : List.of("0.3", "0.13", "0.14", "0.15")) {
            assertThat(decide(platformApi, app, null))
                    .extracting(LayerDecision::reason)
                    .containsExactly(reason);
        }
    }

    @ParameterizedTest(name = "cache {0}")
    @CsvSource(delimiter = '|', textBlock = """
            --- | CACHE_FALSE         | CACHE_FALSE
            --c | RESTORED_FROM_CACHE | RESTORED_FROM_CACHE
            -l- | CACHE_FALSE         | CACHE_FALSE
            -lc | CACHE_LAUNCH_TRUE   | RESTORED_FROM_CACHE
            b-- | CACHE_FALSE         | CACHE_FALSE
            b-c | RESTORED_FROM_CACHE | RESTORED_FROM_CACHE
            bl- | CACHE_FALSE         | CACHE_FALSE
            blc | CACHE_LAUNCH_TRUE   | RESTORED_FROM_CACHE
            """)
    void aLayerOfTheCacheOnly(String cache, Reason below014, Reason from014) {
        assertThat(decide("0.3", null, cache)).extracting(LayerDecision::reason).containsExactly(below014);
        assertThat(decide("0.13", null, cache))
                .extracting(LayerDecision::reason)
                .containsExactly(below014);
        assertThat(decide("0.14", null, cache))
                .extracting(LayerDecision::reason)
                .containsExactly(from014);
        assertThat(decide("0.15", null, cache))
                .extracting(LayerDecision::reason)
                .containsExactly(from014);
    }

    @Test
    void theTableHasAllSixtyFourCombinations() throws NoSuchMethodException {
        CsvSource source = LayerTypeTableTest.class
                .getDeclaredMethod("aLayerOfAppImageAndCache", String.class, String.class, Reason.class, Reason.class)
                .getAnnotation(CsvSource.class);
        assertThat(source.textBlock().lines().map(line -> line.strip().substring(0, 9)))
                .hasSize(64)
                .doesNotHaveDuplicates();
    }

    private static List<LayerDecision> decide(String platformApi, @Nullable String app, @Nullable String cache) {
        RestoreRequest request = RestoreRequest.in(Path.of("/layers"))
                .group(List.of(new Buildpack("bp", "1", "0.10")))
                .platformApi(platformApi)
                .appMetadata(new AppMetadata(metadata(app)))
                .cacheMetadata(new CacheMetadata(metadata(cache), null))
                .build();
        return new Planner(new NameRules(StandardCharsets.UTF_8))
                .plan(request)
                .decisions()
                .toList();
    }

    private static List<BuildpackMetadata> metadata(@Nullable String types) {
        if (types == null) {
            return List.of();
        }
        LayerTypes layerTypes = LayerTypes.of(types.charAt(0) == 'b', types.charAt(1) == 'l', types.charAt(2) == 'c');
        LayerMetadata layer = LayerMetadata.of("sha256:1").types(layerTypes).build();
        return List.of(new BuildpackMetadata("bp", Map.of("x", layer), null));
    }
}
