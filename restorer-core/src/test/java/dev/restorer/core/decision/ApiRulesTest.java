package dev.restorer.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.ApiVersion;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.RestoreRequest;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiRulesTest {

    @ParameterizedTest
    @CsvSource({"0.7, false, false", "0.8, false, true", "0.8, true, false", "0.7, true, false"})
    void theSbomIsRestoredFromPlatformApi08OnUnlessLayersAreSkipped(String api, boolean skipLayers, boolean restored) {
        RestoreRequest request = RestoreRequest.in(Path.of("/layers"))
                .cacheMetadata(new CacheMetadata(List.of(), "sha256:1"))
                .skipLayers(skipLayers)
                .build();
        ApiVersion platform = ApiVersion.parse(api).orElseThrow();
        assertThat(ApiRules.restoresSbom(request, platform)).isEqualTo(restored);
        assertThat(ApiRules.sbomDiffId(request, platform)).isEqualTo(restored ? "sha256:1" : null);
    }

    @ParameterizedTest
    @CsvSource({"0.7, sha256:1, false", "0.8, sha256:1, true", "0.8, , false"})
    void theSbomLayerOfTheCacheIsLoggedFromPlatformApi08OnAlsoIfLayersAreSkipped(
            String api, @Nullable String diffId, boolean logged) {
        RestoreRequest request = RestoreRequest.in(Path.of("/layers"))
                .cacheMetadata(new CacheMetadata(List.of(), diffId))
                .skipLayers(true)
                .build();
        assertThat(ApiRules.logsSbom(request, ApiVersion.parse(api).orElseThrow()))
                .isEqualTo(logged);
    }
}
