package dev.restorer.images.manifest;

import dev.restorer.images.formats.JsonException;
import dev.restorer.spi.DamagedImageException;
import dev.restorer.spi.ImagePlatform;
import dev.restorer.spi.ImageReadException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the manifest and the config of an image, through indexes if necessary, and verifies their digests. */
public final class ImageReader {

    private static final String REMEDY = "Push or build the image again";

    private final String registry;
    private final StoredImage.Name name;
    private final ImagePlatform platform;
    private final Documents documents;

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
     * @param registry the registry or layout, for messages
     * @param name the name of the image, for messages and for references with its digest
     * @param platform the platform to choose from an index
     * @param documents fetches manifests and configs
     */
    public ImageReader(String registry, StoredImage.Name name, ImagePlatform platform, Documents documents) {
        this.registry = registry;
        this.name = name;
        this.platform = platform;
        this.documents = documents;
    }

    /**
     * Reads an image, starting with the descriptor of its manifest or of an index that contains it.
     *
     * @param descriptor the descriptor of the manifest or index
     * @param blobs opens the layers of the image
     * @return the image
     * @throws IOException if a document cannot be fetched
     */
    public StoredImage read(Descriptor descriptor, StoredImage.Blobs blobs) throws IOException {
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
     * @return the image
     * @throws IOException if a document cannot be fetched
     */
    public StoredImage read(String digest, byte[] json, String mediaType, StoredImage.Blobs blobs) throws IOException {
        String current = digest;
        byte[] last = json;
        Document document = parsed("manifest " + current, () -> Document.parse(json, mediaType));
        for (int depth = 0; document instanceof Document.Index index; depth++) {
            if (depth == Limits.MAX_INDEXES) {
                throw damaged("its indexes are nested more than " + Limits.MAX_INDEXES + " levels deep, the limit");
            }
            Descriptor chosen = chosen(index);
            byte[] next = manifest(chosen);
            current = chosen.digest().toString();
            document = parsed("manifest " + current, () -> Document.parse(next, chosen.mediaType()));
            last = next;
        }
        Document.Manifest manifest = (Document.Manifest) document;
        byte[] bytes = fetch("config", manifest.config(), Limits.MAX_CONFIG, documents::config);
        String chosen = current;
        byte[] manifestBytes = last;
        return parsed(
                "config " + manifest.config().digest(),
                () -> new StoredImage(name, chosen, manifest, manifestBytes, Config.parse(bytes), blobs));
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
        Document document = parsed(what, () -> Document.parse(json.get(), descriptor.mediaType()));
        return document instanceof Document.Index index ? index.manifests() : List.of();
    }

    /**
     * Checks a size against a limit.
     *
     * @param what the name of the document, for messages
     * @param size its size in bytes
     * @param max the limit
     */
    public void requireWithin(String what, long size, int max) {
        if (size > max) {
            throw damaged("its " + what + " has " + size + " bytes, and " + max + " is the limit");
        }
    }

    /**
     * Returns an exception for a damaged image.
     *
     * @param problem what is damaged
     * @return the exception
     */
    public DamagedImageException damaged(String problem) {
        return new DamagedImageException(name.reference(), problem, REMEDY);
    }

    private Descriptor chosen(Document.Index index) {
        return PlatformChoice.of(index.manifests(), platform)
                .orElseThrow(() -> new ImageReadException(
                        registry,
                        name.reference(),
                        "its index has no image for " + platform + ", but for: "
                                + PlatformChoice.list(index.manifests()),
                        "Configure one of these platforms, or push the image for this one"));
    }

    private byte[] manifest(Descriptor descriptor) throws IOException {
        return fetch("manifest", descriptor, Limits.MAX_MANIFEST, documents::manifest);
    }

    private byte[] fetch(String kind, Descriptor descriptor, int max, Fetch fetch) throws IOException {
        String what = kind + " " + descriptor.digest();
        return fetchIfExists(what, descriptor, max, fetch)
                .orElseThrow(() -> damaged("its " + what + " does not exist"));
    }

    private Optional<byte[]> fetchIfExists(String what, Descriptor descriptor, int max, Fetch fetch)
            throws IOException {
        requireWithin(what, descriptor.size(), max);
        Optional<byte[]> fetched = fetch.of(descriptor);
        return parsed(what, () -> {
            fetched.ifPresent(descriptor::verify);
            return fetched;
        });
    }

    private interface Fetch {
        Optional<byte[]> of(Descriptor descriptor) throws IOException;
    }

    /**
     * Parses or verifies a document.
     *
     * @param what the name of the document, for messages
     * @param parsing parses it
     * @param <T> the type of the result
     * @return the result
     * @throws DamagedImageException if the document is not valid
     */
    public <T> T parsed(String what, Supplier<T> parsing) {
        try {
            return parsing.get();
        } catch (JsonException | MismatchException e) {
            throw new DamagedImageException(
                    name.reference(), "its " + what + " is not valid: " + e.getMessage(), REMEDY, e);
        }
    }
}
