package dev.restorer.images.manifest;

import dev.restorer.spi.ImagePlatform;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Chooses from an index. */
public final class PlatformChoice {

    private static final String NOT_SAID = "unknown";

    private PlatformChoice() {}

    /**
     * Chooses the manifest for a platform, or else the only one. Where no variant is wanted, one without is taken, or
     * else the first.
     *
     * @param manifests what the index has
     * @param wanted the platform
     * @return the descriptor of the manifest, or empty if none is for the platform and there is not only one
     */
    public static Optional<Descriptor> of(List<Descriptor> manifests, ImagePlatform wanted) {
        List<Descriptor> images =
                manifests.stream().filter(PlatformChoice::isOfAnImage).toList();
        if (images.size() == 1) {
            return Optional.of(images.get(0));
        }
        List<Descriptor> fitting =
                images.stream().filter(each -> fits(each.platform(), wanted)).toList();
        return fitting.stream()
                .filter(each -> Objects.equals(variant(each.platform()), variant(wanted)))
                .findFirst()
                .or(() -> wanted.variant() == null ? fitting.stream().findFirst() : Optional.empty());
    }

    /** Builders put what they attest beside the images, for a platform that they call unknown. */
    private static boolean isOfAnImage(Descriptor descriptor) {
        ImagePlatform platform = descriptor.platform();
        boolean isKnownKind = descriptor.mediaType().isEmpty()
                || MediaTypes.isManifest(descriptor.mediaType())
                || MediaTypes.isIndex(descriptor.mediaType());
        return isKnownKind && (platform == null || !platform.os().equals(NOT_SAID));
    }

    private static boolean fits(@Nullable ImagePlatform platform, ImagePlatform wanted) {
        return platform != null
                && platform.os().equals(wanted.os())
                && platform.architecture().equals(wanted.architecture());
    }

    /** The variant v8 is the only one of arm64, so that it need not be said. */
    private static @Nullable String variant(@Nullable ImagePlatform platform) {
        if (platform == null) {
            return null;
        }
        boolean isOnly = platform.architecture().equals("arm64") && "v8".equals(platform.variant());
        return isOnly ? null : platform.variant();
    }

    /**
     * Lists the platforms of an index, for people.
     *
     * @param manifests what the index has
     * @return the platforms, with commas between them
     */
    public static String list(List<Descriptor> manifests) {
        String listed = manifests.stream()
                .filter(PlatformChoice::isOfAnImage)
                .map(each -> each.platform() == null ? "one without a platform" : String.valueOf(each.platform()))
                .distinct()
                .collect(Collectors.joining(", "));
        return listed.isEmpty() ? "none" : listed;
    }
}
