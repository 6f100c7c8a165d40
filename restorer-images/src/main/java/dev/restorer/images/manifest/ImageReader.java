package dev.restorer.images.manifest;

import dev.restorer.spi.Image;
import dev.restorer.spi.ImagePlatform;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the manifest and the config of an image, through indexes if necessary, and verifies their digests. */
public final class ImageReader {

    private static final Logger LOG = LoggerFactory.getLogger("dev.restorer.images");

    private final StoredImage.Name name;
    private final ImagePlatform platform;
    private final Documents documents;
    private final DocumentChecks checks;

    /** A manifest or an index that was fetched. */
    private static final class Fetched {

        final String digest;
        final byte[] json;
        final Document document;

        Fetched(String digest, byte[] json, Document document) {
            this.digest = digest;
            this.json = json;
            this.document = document;
        }
    }

    /** Fetches documents. Implementations need not verify them. */
    public interface Documents {

        /**
         * Fetches a manifest or an index.
         *
         * @param descriptor its descriptor, whose size is within the limit
         * @return its bytes, up to one byte more than the size of the descriptor, or empty if it does not exist
         * @throws IOException if it cannot be fetched
         */
        Optional<byte[]> manifest(Descriptor descriptor) throws IOException;

        /**
         * Fetches a config.
         *
         * @param descriptor its descriptor, whose size is within the limit
         * @return its bytes, up to one byte more than the size of the descriptor, or empty if it does not exist
         * @throws IOException if it cannot be fetched
         */
        Optional<byte[]> config(Descriptor descriptor) throws IOException;
    }

    /**
     * Creates a reader of one image.
     *
     * @param name the name of the image, for messages and for references with its digest
     * @param platform the platform to choose from an index
     * @param documents fetches manifests and configs
     */
    public ImageReader(StoredImage.Name name, ImagePlatform platform, Documents documents) {
        this.name = name;
        this.platform = platform;
        this.documents = documents;
        this.checks = new DocumentChecks(name.reference());
    }

    /**
     * Reads an image, starting with the descriptor of its manifest or of an index that contains it.
     *
     * @param descriptor the descriptor of the manifest or index
     * @param blobs opens the layers of the image
     * @return the image, or empty if an index has none for the platform, which is logged
     * @throws IOException if a document cannot be fetched
     */
    public Optional<Image> read(Descriptor descriptor, StoredImage.Blobs blobs) throws IOException {
        byte[] json = manifest(descriptor);
        return read(descriptor.digest().toString(), json, descriptor.mediaType(), blobs);
    }

    /**
     * Reads an image, starting with its manifest or with an index that contains it.
     *
     * @param digest the digest of the document
     * @param json the document
     * @param mediaType the media type from a header or descriptor; empty if unknown
     * @param blobs opens the layers of the image
     * @return the image, or empty if an index has none for the platform, which is logged
     * @throws IOException if a document cannot be fetched
     */
    public Optional<Image> read(String digest, byte[] json, String mediaType, StoredImage.Blobs blobs)
            throws IOException {
        Fetched fetched = chosen(parsed(digest, json, mediaType));
        if (fetched == null) {
            return Optional.empty();
        }
        Document.Manifest manifest = (Document.Manifest) fetched.document;
        String what = "config " + manifest.config().digest();
        Config config = checks.inMemory(what, () -> {
            byte[] bytes = fetch("config", manifest.config(), Limits.MAX_CONFIG, documents::config);
            return checks.parsed(what, () -> Config.parse(bytes));
        });
        return checks.parsed(
                what, () -> Optional.of(new StoredImage(name, fetched.digest, manifest, fetched.json, config, blobs)));
    }

    private Fetched parsed(String digest, byte[] json, String mediaType) {
        return new Fetched(digest, json, checks.parsed("manifest " + digest, () -> Document.parse(json, mediaType)));
    }

    /**
     * Returns the manifest that an index leads to for the platform, or the document itself if it is a manifest; null if
     * the index has none.
     */
    private @Nullable Fetched chosen(Fetched first) throws IOException {
        Fetched current = first;
        for (int depth = 0; current.document instanceof Document.Index index; depth++) {
            if (depth == Limits.MAX_INDEXES) {
                throw checks.damaged(
                        "its indexes are nested more than " + Limits.MAX_INDEXES + " levels deep, the limit");
            }
            Descriptor next = PlatformChoice.of(index.manifests(), platform).orElse(null);
            if (next == null) {
                LOG.info(
                        "The index of {} has no image for {}, but for: {}. Push the image for this platform, if a build"
                                + " for it is to use it.",
                        name.reference(),
                        platform,
                        PlatformChoice.list(index.manifests()));
                return null;
            }
            current = parsed(next.digest().toString(), manifest(next), next.mediaType());
        }
        return current;
    }

    /**
     * Reads an index that an index contains.
     *
     * @param descriptor its descriptor
     * @return the descriptors that it contains; empty if it does not exist
     * @throws IOException if it cannot be fetched
     */
    public List<Descriptor> nested(Descriptor descriptor) throws IOException {
        String what = "manifest " + descriptor.digest();
        Optional<byte[]> json = fetchIfExists(what, descriptor, Limits.MAX_MANIFEST, documents::manifest);
        if (json.isEmpty()) {
            return List.of();
        }
        Document document = checks.parsed(what, () -> Document.parse(json.get(), descriptor.mediaType()));
        return document instanceof Document.Index index ? index.manifests() : List.of();
    }

    private byte[] manifest(Descriptor descriptor) throws IOException {
        return fetch("manifest", descriptor, Limits.MAX_MANIFEST, documents::manifest);
    }

    private byte[] fetch(String kind, Descriptor descriptor, int max, Fetch fetch) throws IOException {
        String what = kind + " " + descriptor.digest();
        return fetchIfExists(what, descriptor, max, fetch)
                .orElseThrow(() -> checks.damaged("its " + what + " does not exist"));
    }

    private Optional<byte[]> fetchIfExists(String what, Descriptor descriptor, int max, Fetch fetch)
            throws IOException {
        checks.requireWithin(what, descriptor.size(), max);
        Optional<byte[]> fetched = fetch.of(descriptor);
        return checks.parsed(what, () -> {
            fetched.ifPresent(descriptor::verify);
            return fetched;
        });
    }

    private interface Fetch {
        Optional<byte[]> of(Descriptor descriptor) throws IOException;
    }
}
