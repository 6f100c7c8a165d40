package dev.restorer.images.layout;

import dev.restorer.images.manifest.Descriptor;
import dev.restorer.images.manifest.ImageReader;
import dev.restorer.images.manifest.StoredImage;
import dev.restorer.images.reference.Digest;
import dev.restorer.images.reference.LayoutReference;
import dev.restorer.images.reference.RegistryReference;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImagePlatform;
import dev.restorer.spi.ImageReadException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds images in OCI layouts. */
public final class LayoutImages {

    private static final Logger LOG = LoggerFactory.getLogger("dev.restorer.images");

    private final ImagePlatform platform;

    /**
     * An image, and where it is looked for.
     *
     * @param name the name of the image
     * @param layout the directory of its layout
     * @param boundary the directory that links may not lead out of
     * @param tag the tag, or null
     * @param digest the digest, or null; there is never both a tag and a digest
     */
    private record Wanted(
            StoredImage.Name name,
            Path layout,
            Path boundary,
            @Nullable String tag,
            @Nullable Digest digest) {}

    /**
     * Creates an object that finds images.
     *
     * @param platform the platform to choose from an index
     */
    public LayoutImages(ImagePlatform platform) {
        this.platform = platform;
    }

    /**
     * Finds an image in a layout.
     *
     * @param reference the directory of the layout, and optionally a tag or a digest
     * @return the image, or empty if the directory, the tag or the digest does not exist
     */
    public Optional<Image> inLayout(LayoutReference reference) {
        try {
            Path directory = Path.of(reference.directory());
            StoredImage.Name name = new StoredImage.Name(reference.toString(), reference.withoutTagOrDigest());
            if (Files.notExists(directory)) {
                LOG.info(
                        "The directory {} does not exist. Correct the path behind oci:, unless no build has written it yet.",
                        directory);
            }
            return find(new Wanted(name, directory, directory, reference.tag(), reference.digest()));
        } catch (InvalidPathException e) {
            throw failure(reference.directory(), reference.toString(), "it is not a valid path", e);
        }
    }

    /**
     * Finds an image in a directory of layouts. (Platform specification, OCI image layout)
     *
     * @param reference the image
     * @param directory the directory with a layout for each image
     * @return the image, or empty if there is no layout for it
     */
    public Optional<Image> inDirectory(RegistryReference reference, Path directory) {
        Path layout = directory.resolve(reference.registry()).resolve(reference.repository());
        Digest digest = reference.digest();
        layout = digest != null
                ? layout.resolve(digest.algorithm()).resolve(digest.hex())
                : layout.resolve(String.valueOf(reference.tag()));
        StoredImage.Name name = new StoredImage.Name(reference.toString(), layout.toString());
        return find(new Wanted(name, layout, directory, null, digest));
    }

    /**
     * Finds an image by the path of its layout, as other phases of a build write it: {@code PATH} or
     * {@code PATH@DIGEST}. (Platform specification, OCI image layout)
     *
     * @param reference the path, and the digest if there is one
     * @param directory the directory with a layout for each image, which the path must lead into
     * @return the image, or empty if there is no layout, or no image of the digest in it
     */
    public Optional<Image> atPath(String reference, Path directory) {
        int at = reference.lastIndexOf('@');
        Digest digest =
                at < 0 ? null : Digest.parse(reference.substring(at + 1)).orElse(null);
        String path = digest == null ? reference : reference.substring(0, at);
        try {
            return find(new Wanted(new StoredImage.Name(reference, path), Path.of(path), directory, null, digest));
        } catch (InvalidPathException e) {
            throw failure(path, reference, "it is not a valid path", e);
        }
    }

    private Optional<Image> find(Wanted wanted) {
        String reference = wanted.name().reference();
        String layout = wanted.layout().toString();
        try {
            Optional<LayoutFiles> files = LayoutFiles.in(wanted.layout(), wanted.boundary());
            return files.isEmpty() ? Optional.empty() : read(wanted, files.get());
        } catch (AccessDeniedException e) {
            throw failure(layout, reference, e.getMessage() + ": permission is denied", e);
        } catch (IOException e) {
            throw failure(layout, reference, String.valueOf(e.getMessage()), e);
        }
    }

    private static ImageReadException failure(String directory, String reference, String problem, Exception cause) {
        return new ImageReadException(
                directory,
                reference,
                problem,
                "Make sure that the directory is an OCI layout that this user can read",
                cause);
    }

    private Optional<Image> read(Wanted wanted, LayoutFiles files) throws IOException {
        LayoutIndex index = LayoutIndex.read(files, wanted.name().reference());
        ImageReader reader = new ImageReader(wanted.name(), platform, new LayoutDocuments(files));
        Digest digest = wanted.digest();
        Optional<Descriptor> found = digest == null
                ? index.tagged(wanted.tag(), platform)
                : new DigestSearch(reader, digest).in(index.manifests());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return reader.read(found.get(), blob -> files.blob(blob.digest()));
    }

    private record LayoutDocuments(LayoutFiles files) implements ImageReader.Documents {

        @Override
        public Optional<byte[]> manifest(Descriptor descriptor) throws IOException {
            return files.read(descriptor.digest(), (int) descriptor.size());
        }

        @Override
        public Optional<byte[]> config(Descriptor descriptor) throws IOException {
            return manifest(descriptor);
        }
    }
}
