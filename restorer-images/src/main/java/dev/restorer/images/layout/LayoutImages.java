package dev.restorer.images.layout;

import dev.restorer.images.manifest.Descriptor;
import dev.restorer.images.manifest.Document;
import dev.restorer.images.manifest.ImageReader;
import dev.restorer.images.manifest.Limits;
import dev.restorer.images.manifest.PlatformChoice;
import dev.restorer.images.manifest.StoredImage;
import dev.restorer.images.reference.Digest;
import dev.restorer.images.reference.LayoutReference;
import dev.restorer.images.reference.RegistryReference;
import dev.restorer.spi.DamagedImageException;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImagePlatform;
import dev.restorer.spi.ImageReadException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds images in OCI layouts. */
public final class LayoutImages {

    private static final Logger LOG = LoggerFactory.getLogger(LayoutImages.class);

    private final ImagePlatform platform;

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
    public Optional<Image> image(LayoutReference reference) {
        try {
            Path directory = Path.of(reference.directory());
            StoredImage.Name name = new StoredImage.Name(reference.toString(), reference.place());
            if (Files.notExists(directory)) {
                LOG.info(
                        "The directory {} does not exist. Correct the path behind oci:, unless no build has written it yet.",
                        directory);
            }
            return image(name, directory, directory, reference.tag(), reference.digest());
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
    public Optional<Image> image(RegistryReference reference, Path directory) {
        Path layout = directory.resolve(reference.registry()).resolve(reference.repository());
        Digest digest = reference.digest();
        layout = digest != null
                ? layout.resolve(digest.algorithm()).resolve(digest.hex())
                : layout.resolve(String.valueOf(reference.tag()));
        return image(new StoredImage.Name(reference.toString(), layout.toString()), layout, directory, null, digest);
    }

    /**
     * Finds an image by the path of its layout, as other phases of a build write it: {@code PATH} or
     * {@code PATH@DIGEST}. (Platform specification, OCI image layout)
     *
     * @param reference the path, and the digest if there is one
     * @param directory the directory with a layout for each image, which the path must lead into
     * @return the image, or empty if there is no layout, or no image of the digest in it
     */
    public Optional<Image> image(String reference, Path directory) {
        int at = reference.lastIndexOf('@');
        Digest digest =
                at < 0 ? null : Digest.parse(reference.substring(at + 1)).orElse(null);
        String path = digest == null ? reference : reference.substring(0, at);
        try {
            return image(new StoredImage.Name(reference, path), Path.of(path), directory, null, digest);
        } catch (InvalidPathException e) {
            throw failure(path, reference, "it is not a valid path", e);
        }
    }

    private Optional<Image> image(
            StoredImage.Name name, Path directory, Path boundary, @Nullable String tag, @Nullable Digest digest) {
        try {
            Optional<LayoutFiles> files = LayoutFiles.in(directory, boundary);
            return files.isEmpty() ? Optional.empty() : image(name, files.get(), tag, digest);
        } catch (AccessDeniedException e) {
            throw failure(directory.toString(), name.reference(), e.getMessage() + ": permission denied", e);
        } catch (IOException e) {
            throw failure(directory.toString(), name.reference(), String.valueOf(e.getMessage()), e);
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

    private Optional<Image> image(
            StoredImage.Name name, LayoutFiles files, @Nullable String tag, @Nullable Digest digest)
            throws IOException {
        ImageReader reader = new ImageReader(files.toString(), name, platform, new LayoutDocuments(files));
        Optional<byte[]> marker = files.read(LayoutMarker.FILE, LayoutMarker.MAX_BYTES);
        Optional<byte[]> json = files.read("index.json", Limits.MAX_MANIFEST);
        if (marker.isEmpty() || json.isEmpty()) {
            throw new DamagedImageException(
                    name.reference(),
                    "its layout " + files + " has no " + (marker.isEmpty() ? LayoutMarker.FILE : "index.json"),
                    "Name the directory that contains " + LayoutMarker.FILE + " and index.json");
        }
        LayoutMarker.require(marker.get(), reader);
        List<Descriptor> manifests = index(reader, json.get());
        Optional<Descriptor> found = digest == null
                ? chosen(files, name.reference(), manifests, tag)
                : new DigestSearch(reader, digest).in(manifests);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(reader.read(found.get(), blob -> files.blob(blob.digest())));
    }

    private static List<Descriptor> index(ImageReader reader, byte[] json) {
        reader.requireWithin("index.json", json.length, Limits.MAX_MANIFEST);
        if (reader.parsed("index.json", () -> Document.parse(json, "")) instanceof Document.Index index) {
            return index.manifests();
        }
        throw reader.damaged("its index.json is not an index");
    }

    /** Returns the image with the tag; without one, the only image or the one for the platform. */
    private Optional<Descriptor> chosen(
            LayoutFiles files, String reference, List<Descriptor> manifests, @Nullable String tag) {
        List<Descriptor> named = tag == null
                ? manifests
                : manifests.stream().filter(each -> tag.equals(each.name())).toList();
        if (named.isEmpty() || named.size() == 1) {
            return named.stream().findFirst();
        }
        Optional<Descriptor> chosen = PlatformChoice.of(named, platform);
        if (chosen.isEmpty()) {
            throw new ImageReadException(
                    files.toString(),
                    reference,
                    "its index.json has " + named.size() + " images, and none for " + platform + ", but for: "
                            + PlatformChoice.list(named),
                    "Name one by its tag or digest, or configure one of these platforms");
        }
        return chosen;
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
