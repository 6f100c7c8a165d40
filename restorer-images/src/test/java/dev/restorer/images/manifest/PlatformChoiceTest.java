package dev.restorer.images.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.images.reference.Digest;
import dev.restorer.spi.ImagePlatform;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlatformChoiceTest {

    private static final Digest DIGEST = Digest.sha256(new byte[0]);

    private static Descriptor on(String os, String architecture, @Nullable String variant) {
        return new Descriptor(MediaTypes.OCI_MANIFEST, DIGEST, 1, null, new ImagePlatform(os, architecture, variant));
    }

    private static Optional<Descriptor> choice(
            List<Descriptor> manifests, @Nullable String variant, String architecture) {
        return PlatformChoice.of(manifests, new ImagePlatform("linux", architecture, variant));
    }

    @Test
    void theListOfManyPlatformsIsShort() {
        List<Descriptor> manifests = IntStream.range(0, 3_000)
                .mapToObj(i -> on("x".repeat(1_000) + i, "amd64", null))
                .toList();
        assertThat(PlatformChoice.list(manifests)).hasSizeLessThan(1_100).endsWith(" characters)");
    }

    @Test
    void theManifestWithTheVariantIsChosen() {
        List<Descriptor> manifests =
                List.of(on("linux", "arm", "v6"), on("linux", "arm", "v7"), on("linux", "arm64", null));
        assertThat(choice(manifests, "v7", "arm")).contains(manifests.get(1));
        assertThat(choice(manifests, "v5", "arm")).isEmpty();
    }

    @Test
    void withoutAVariantOneWithoutOrTheFirstIsChosen() {
        List<Descriptor> manifests =
                List.of(on("linux", "amd64", "v3"), on("linux", "amd64", null), on("linux", "arm", "v6"));
        assertThat(choice(manifests, null, "amd64")).contains(manifests.get(1));
        assertThat(choice(manifests, null, "arm")).contains(manifests.get(2));
    }

    @Test
    void arm64WithoutAVariantIsV8() {
        List<Descriptor> manifests = List.of(on("linux", "arm64", "v8"), on("linux", "amd64", null));
        assertThat(choice(manifests, null, "arm64")).contains(manifests.get(0));
        List<Descriptor> without = List.of(on("linux", "arm64", null), on("linux", "amd64", null));
        assertThat(choice(without, "v8", "arm64")).contains(without.get(0));
    }

    @Test
    void theOnlyImageIsNotChosenForAnotherPlatform() {
        assertThat(choice(List.of(on("windows", "amd64", null)), null, "amd64")).isEmpty();
        assertThat(choice(List.of(on("linux", "arm64", null)), null, "amd64")).isEmpty();
        assertThat(choice(List.of(on("unknown", "unknown", null)), null, "amd64"))
                .isEmpty();
    }

    @Test
    void anImageWithoutAPlatformIsForLinuxOnAmd64() {
        List<Descriptor> manifests = List.of(new Descriptor(MediaTypes.OCI_MANIFEST, DIGEST, 1, null, null));
        assertThat(choice(manifests, null, "amd64")).contains(manifests.get(0));
        assertThat(choice(manifests, null, "arm64")).isEmpty();
    }

    @Test
    void withoutAMatchAllPlatformsAreListed() {
        List<Descriptor> manifests =
                List.of(on("windows", "amd64", null), on("linux", "arm", "v7"), on("unknown", "unknown", null));
        assertThat(choice(manifests, null, "amd64")).isEmpty();
        assertThat(PlatformChoice.list(manifests)).isEqualTo("windows/amd64, linux/arm/v7");
        assertThat(choice(List.of(), null, "amd64")).isEmpty();
        assertThat(PlatformChoice.list(List.of())).isEqualTo("none");
    }
}
