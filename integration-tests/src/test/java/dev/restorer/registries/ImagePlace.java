package dev.restorer.registries;

import dev.restorer.fixtures.OciLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * A place that has one image, with the tag 1.
 *
 * @param repository the reference without its tag
 * @param image the layout that the image was written to
 * @param files finds the file that holds a blob
 * @param closing ends what gives the image
 */
record ImagePlace(String repository, OciLayout image, Function<String, Path> files, Runnable closing)
        implements AutoCloseable {

    String reference() {
        return repository + ":1";
    }

    /** Returns the reference of an image that it does not have. */
    String otherReference() {
        return repository + ":2";
    }

    /** Returns the digest of the config. */
    String config() {
        return image.config();
    }

    /** Returns the digests of the blobs of layers. */
    List<String> layers() {
        return image.blobs();
    }

    /** Returns the file that holds a blob. */
    Path file(String digest) {
        return files.apply(digest);
    }

    @Override
    public void close() {
        closing.run();
    }
}
