package dev.restorer.images.layout;

import dev.restorer.images.manifest.Descriptor;
import dev.restorer.images.manifest.ImageReader;
import dev.restorer.images.manifest.Limits;
import dev.restorer.images.manifest.MediaTypes;
import dev.restorer.images.reference.Digest;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Searches an index, and the indexes in it, for a manifest or index with a digest. */
final class DigestSearch {

    private final ImageReader reader;
    private final Digest digest;

    /** The indexes that were read. A layout may name the same index many times. */
    private final Set<Digest> read = new HashSet<>();

    DigestSearch(ImageReader reader, Digest digest) {
        this.reader = reader;
        this.digest = digest;
    }

    Optional<Descriptor> in(List<Descriptor> manifests) throws IOException {
        return in(manifests, 0);
    }

    private Optional<Descriptor> in(List<Descriptor> manifests, int depth) throws IOException {
        Optional<Descriptor> found =
                manifests.stream().filter(each -> each.digest().equals(digest)).findFirst();
        if (found.isPresent() || depth == Limits.MAX_INDEXES) {
            return found;
        }
        for (Descriptor each : manifests) {
            if (MediaTypes.isIndex(each.mediaType()) && read.add(each.digest())) {
                Optional<Descriptor> nested = in(reader.nested(each), depth + 1);
                if (nested.isPresent()) {
                    return nested;
                }
            }
        }
        return Optional.empty();
    }
}
