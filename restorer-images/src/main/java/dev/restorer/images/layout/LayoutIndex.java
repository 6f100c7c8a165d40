package dev.restorer.images.layout;

import dev.restorer.images.manifest.Descriptor;
import dev.restorer.images.manifest.Document;
import dev.restorer.images.manifest.DocumentChecks;
import dev.restorer.images.manifest.Limits;
import dev.restorer.images.manifest.PlatformChoice;
import dev.restorer.spi.DamagedImageException;
import dev.restorer.spi.ImagePlatform;
import dev.restorer.spi.ImageReadException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The images that the {@code index.json} of a layout lists.
 *
 * @param files the files of the layout, for messages
 * @param reference the reference of the image that is looked for, for messages
 * @param manifests the descriptors of the images and of nested indexes
 */
record LayoutIndex(LayoutFiles files, String reference, List<Descriptor> manifests) {

    private static final String FILE = "index.json";

    static LayoutIndex read(LayoutFiles files, String reference) throws IOException {
        Optional<byte[]> marker = files.read(LayoutMarker.FILE, LayoutMarker.MAX_BYTES);
        Optional<byte[]> json = files.read(FILE, Limits.MAX_MANIFEST);
        if (marker.isEmpty() || json.isEmpty()) {
            throw new DamagedImageException(
                    reference,
                    "its layout " + files + " has no " + (marker.isEmpty() ? LayoutMarker.FILE : FILE),
                    "Name the directory that contains " + LayoutMarker.FILE + " and " + FILE);
        }
        DocumentChecks checks = new DocumentChecks(reference);
        LayoutMarker.require(marker.get(), checks);
        return new LayoutIndex(files, reference, manifests(json.get(), checks));
    }

    private static List<Descriptor> manifests(byte[] json, DocumentChecks checks) {
        checks.requireWithin(FILE, json.length, Limits.MAX_MANIFEST);
        if (checks.parsed(FILE, () -> Document.parse(json, "")) instanceof Document.Index index) {
            return index.manifests();
        }
        throw checks.damaged("its " + FILE + " is not an index");
    }

    /** Returns the image with the tag; without one, the only image or the one for the platform. */
    Optional<Descriptor> tagged(@Nullable String tag, ImagePlatform platform) {
        List<Descriptor> named = tag == null
                ? manifests
                : manifests.stream().filter(each -> tag.equals(each.name())).toList();
        if (areSame(named)) {
            return named.stream().findFirst();
        }
        List<Descriptor> withPlatform =
                named.stream().filter(each -> each.platform() != null).toList();
        Optional<Descriptor> chosen = PlatformChoice.of(withPlatform, platform);
        if (chosen.isEmpty()) {
            throw new ImageReadException(
                    files.toString(),
                    reference,
                    "its " + FILE + " has " + named.size() + " images, and none for " + platform + ", but for: "
                            + PlatformChoice.list(named),
                    "Name one by its tag or digest, or configure one of these platforms");
        }
        return chosen;
    }

    /** Tells whether there is at most one image, which may have several tags. */
    private static boolean areSame(List<Descriptor> descriptors) {
        return descriptors.stream()
                        .map(each ->
                                new Descriptor(each.mediaType(), each.digest(), each.size(), null, each.platform()))
                        .distinct()
                        .count()
                <= 1;
    }
}
