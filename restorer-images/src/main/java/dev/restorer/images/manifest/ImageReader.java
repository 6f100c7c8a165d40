package dev.restorer.images.manifest;

import dev.restorer.images.formats.JsonException;
import dev.restorer.spi.DamagedImageException;
import dev.restorer.spi.ImagePlatform;
import dev.restorer.spi.ImageReadException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** Comes from the first document of an image to its config, and checks each on the way. */
public final class ImageReading {

    private static final String REMEDY = "Push or build the image again";

    private final String registry;
    private final StoredImage.Name name;
    private final ImagePlatform platform;
    private final Fetching fetching;

    /** Fetches what a descriptor names, and need not check it. */
    public interface Fetching {

        /**
         * Fetches a manifest or an index.
         *
         * @param descriptor which one, of a size within the limit
         * @return its bytes, no more than the descriptor names and one, or empty if it is not there
         * @throws IOException if it cannot be fetched
         */
        Optional<byte[]> manifest(Descriptor descriptor) throws IOException;

        /**
         * Fetches a config.
         *
         * @param descriptor which one, of a size within the limit
         * @return its bytes, no more than the descriptor names and one, or empty if it is not there
         * @throws IOException if it cannot be fetched
         */
        Optional<byte[]> config(Descriptor descriptor) throws IOException;
    }

    /**
     * Starts to read an image.
     *
     * @param registry where it is, for people
     * @param name what it is called
     * @param platform the platform to take from an index
     * @param fetching fetches what it is made of
     */
    public ImageReading(String registry, StoredImage.Name name, ImagePlatform platform, Fetching fetching) {
        this.registry = registry;
        this.name = name;
        this.platform = platform;
        this.fetching = fetching;
    }

    /**
     * Reads an image from the descriptor of its manifest, or of an index that leads to it.
     *
     * @param descriptor the descriptor of the document, which is fetched
     * @param blobs opens the layers of the image
     * @return the image
     * @throws IOException if something cannot be fetched
     */
    public StoredImage read(Descriptor descriptor, StoredImage.Blobs blobs) throws IOException {
        byte[] json = manifest(descriptor);
        return read(descriptor.digest().toString(), json, descriptor.mediaType(), blobs);
    }

    /**
     * Reads an image from its manifest, or from an index that leads to it.
     *
     * @param digest the digest of the document
     * @param json the document
     * @param mediaType the kind that it is said to be of; empty if nothing is said
     * @param blobs opens the layers of the image
     * @return the image
     * @throws IOException if something cannot be fetched
     */
    public StoredImage read(String digest, byte[] json, String mediaType, StoredImage.Blobs blobs) throws IOException {
        String current = digest;
        byte[] last = json;
        Document document = understood("manifest " + current, () -> Document.parse(json, mediaType));
        for (int depth = 0; document instanceof Document.Index index; depth++) {
            if (depth == Limits.MAX_INDEXES) {
                throw damaged("its indexes are more than " + Limits.MAX_INDEXES + " in each other, the limit");
            }
            Descriptor chosen = chosen(index);
            byte[] next = manifest(chosen);
            current = chosen.digest().toString();
            document = understood("manifest " + current, () -> Document.parse(next, chosen.mediaType()));
            last = next;
        }
        Document.Manifest manifest = (Document.Manifest) document;
        byte[] bytes = fetched("config", manifest.config(), Limits.MAX_CONFIG, fetching::config);
        String chosen = current;
        byte[] manifestBytes = last;
        return understood(
                "config " + manifest.config().digest(),
                () -> new StoredImage(name, chosen, manifest, manifestBytes, Config.parse(bytes), blobs));
    }

    /**
     * Checks that there is no more than is read.
     *
     * @param what what it is
     * @param size how many bytes it has
     * @param max the limit
     */
    public void requireWithin(String what, long size, int max) {
        if (size > max) {
            throw damaged("its " + what + " has " + size + " bytes, and " + max + " is the limit");
        }
    }

    /**
     * Says that the image is damaged.
     *
     * @param problem in which way
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
                        "its index has none for " + platform + ", but for: " + PlatformChoice.list(index.manifests()),
                        "Ask for one of these platforms, or push the image for this one"));
    }

    private byte[] manifest(Descriptor descriptor) throws IOException {
        return fetched("manifest", descriptor, Limits.MAX_MANIFEST, fetching::manifest);
    }

    private byte[] fetched(String kind, Descriptor descriptor, int max, Fetch fetch) throws IOException {
        String what = kind + " " + descriptor.digest();
        requireWithin(what, descriptor.size(), max);
        byte[] bytes = fetch.of(descriptor).orElseThrow(() -> damaged("its " + what + " is not there"));
        return understood(what, () -> {
            descriptor.requireIsOf(bytes);
            return bytes;
        });
    }

    private interface Fetch {
        Optional<byte[]> of(Descriptor descriptor) throws IOException;
    }

    /**
     * Parses or checks a document.
     *
     * @param what what it is
     * @param understanding does that
     * @param <T> what is made of it
     * @return what was made of it
     * @throws DamagedImageException if the document is wrong
     */
    public <T> T understood(String what, Supplier<T> understanding) {
        try {
            return understanding.get();
        } catch (JsonException | MismatchException e) {
            throw new DamagedImageException(
                    name.reference(), "its " + what + " is wrong: " + e.getMessage(), REMEDY, e);
        }
    }
}
