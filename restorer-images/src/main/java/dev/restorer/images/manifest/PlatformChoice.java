package dev.restorer.images.manifest;

import dev.restorer.api.Quoted;
import dev.restorer.spi.ImagePlatform;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Chooses an image from an index. */
public final class PlatformChoice {

    private static final String UNKNOWN = "unknown";

    /** The platform of a manifest without one, as in go-containerregistry. */
    private static final ImagePlatform DEFAULT = new ImagePlatform("linux", "amd64", null);

    private PlatformChoice() {}

    /**
     * Chooses the manifest for a platform. Without a variant, a manifest without one is preferred, and the first one is
     * chosen otherwise.
     *
     * @param manifests the descriptors of the index
     * @param wanted the platform
     * @return the descriptor of the chosen manifest, or empty if none is for the platform
     */
    public static Optional<Descriptor> of(List<Descriptor> manifests, ImagePlatform wanted) {
        List<Descriptor> matching = manifests.stream()
                .filter(each -> isImage(each) && matches(each.platform(), wanted))
                .toList();
        return matching.stream()
                .filter(each -> Objects.equals(variant(each.platform()), variant(wanted)))
                .findFirst()
                .or(() -> wanted.variant() == null ? matching.stream().findFirst() : Optional.empty());
    }

    /** Returns whether a descriptor is one of an image. Attestations of builders have the platform "unknown". */
    private static boolean isImage(Descriptor descriptor) {
        ImagePlatform platform = descriptor.platform();
        boolean isSupported = descriptor.mediaType().isEmpty()
                || MediaTypes.isManifest(descriptor.mediaType())
                || MediaTypes.isIndex(descriptor.mediaType());
        return isSupported && (platform == null || !platform.os().equals(UNKNOWN));
    }

    private static boolean matches(@Nullable ImagePlatform platform, ImagePlatform wanted) {
        ImagePlatform known = platform == null ? DEFAULT : platform;
        return known.os().equals(wanted.os()) && known.architecture().equals(wanted.architecture());
    }

    /** Returns the variant, or null for v8, which is the only one of arm64 and often omitted. */
    private static @Nullable String variant(@Nullable ImagePlatform platform) {
        if (platform == null) {
            return null;
        }
        boolean isOnly = platform.architecture().equals("arm64") && "v8".equals(platform.variant());
        return isOnly ? null : platform.variant();
    }

    /**
     * Lists the platforms of an index, for messages.
     *
     * @param manifests the descriptors of the index
     * @return the platforms, separated by commas; only the first ones if the index has many
     */
    public static String list(List<Descriptor> manifests) {
        String listed = manifests.stream()
                .filter(PlatformChoice::isImage)
                .map(each -> each.platform() == null ? "one without a platform" : String.valueOf(each.platform()))
                .distinct()
                .collect(Collectors.joining(", "));
        return listed.isEmpty() ? "none" : Quoted.shorten(listed);
    }
}
