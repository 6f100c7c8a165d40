package dev.restorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.restorer.api.BaseImageRequest;
import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.Group;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.Metadata;
import dev.restorer.api.RestorePlan;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.spi.ImageCredentials;
import dev.restorer.spi.LayerCache;
import dev.restorer.testing.RecordingLayerRestorer;
import dev.restorer.testing.RecordingShaStore;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A null argument is refused by the call that passes it, also where nothing would be done with it. */
@SuppressWarnings("NullAway") // the calls pass nulls on purpose
class NullArgumentsTest {

    private static final Path DIRECTORY = Path.of("/layers");

    @SuppressWarnings("ImmutableEnumChecker") // the calls have no state
    private enum Call {
        METADATA(() -> Metadata.of(null)),
        METADATA_VALUE(() -> new Metadata.Value(null)),
        NAME_OF_LAYER(() -> new BuildpackMetadata(
                "a", Collections.singletonMap(null, LayerMetadata.of("sha256:1").build()), null)),
        METADATA_OF_LAYER(() -> new BuildpackMetadata("a", Collections.singletonMap("x", null), null)),
        DIFF_ID_OF_METADATA(() -> LayerMetadata.of(null)),
        REGISTRY(() -> ImageCredentials.none().credential(null, "library/ubuntu")),
        REPOSITORY(() -> ImageCredentials.none().credential("localhost:5000", null)),
        SIZE(() -> LayerCache.none().size(null)),
        CONTENTS(() -> LayerCache.none().contents(null)),
        PREVIOUS_IMAGE(() -> ContentsOptions.from(LayerCache.none()).previousImage(null)),
        LIMITS(() -> ContentsOptions.from(LayerCache.none()).limits(null)),
        EXECUTOR(() -> ContentsOptions.from(LayerCache.none()).executor(null)),
        LISTENER(() -> ContentsOptions.from(LayerCache.none()).listener(null)),
        CANCELLATION(() -> ContentsOptions.from(LayerCache.none()).cancellation(null)),
        CONFIGURATION(() -> ImageSources.of().openSource(null)),
        LAYERS_DIRECTORY_OF_A_STORE(() -> ShaStores.of().openStore("memory:", null)),
        GROUP(() -> RestoreRequest.in(DIRECTORY).group((Group) null)),
        BUILDPACKS(() -> RestoreRequest.in(DIRECTORY).group((List<Buildpack>) null)),
        BUILDPACK(() -> RestoreRequest.in(DIRECTORY).group(Collections.singletonList(null))),
        APP_METADATA(() -> RestoreRequest.in(DIRECTORY).appMetadata(null)),
        CACHE_METADATA(() -> RestoreRequest.in(DIRECTORY).cacheMetadata(null)),
        PLATFORM_API(() -> RestoreRequest.in(DIRECTORY).platformApi(null)),
        TYPES(() -> LayerMetadata.of("sha256:1").types(null)),
        METADATA_OF_A_BUILDPACK(() -> LayerMetadata.of("sha256:1").metadata(null)),
        PLATFORM_API_OF_BASE_IMAGES(() -> BaseImageRequest.of(DIRECTORY).platformApi(null)),
        RUN_TOML(() -> BaseImageRequest.of(DIRECTORY).runToml(null)),
        KANIKO_DIRECTORY(() -> BaseImageRequest.of(DIRECTORY).kanikoDirectory(null)),
        LIMITS_OF_BASE_IMAGES(() -> BaseImageRequest.of(DIRECTORY).limits(null));

        private final ThrowingCallable call;

        Call(ThrowingCallable call) {
            this.call = call;
        }
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void aNullArgumentIsRefusedAtOnce(Call call) {
        assertThatNullPointerException().isThrownBy(call.call);
    }

    @Test
    void theRecordingRestorerRecordsNoNull() {
        RecordingLayerRestorer restorer = new RecordingLayerRestorer();
        restorer.answerWith(new RestorePlan(false, List.of(), null, false));
        restorer.answerWith(new RestoreReport(Path.of("/layers"), List.of(), null, List.of()));
        ContentsOptions options = ContentsOptions.from(LayerCache.none()).build();
        RecordingShaStore store = new RecordingShaStore();

        assertThatNullPointerException().isThrownBy(() -> restorer.plan(null));
        assertThatNullPointerException().isThrownBy(() -> restorer.restoreMetadata(null, store));
        assertThatNullPointerException().isThrownBy(() -> restorer.restoreContents(null, store, options));
        assertThatNullPointerException().isThrownBy(() -> restorer.restore(null, store, options));

        assertThat(restorer.planned()).isEmpty();
        assertThat(restorer.restored()).isEmpty();
    }
}
