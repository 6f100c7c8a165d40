package dev.restorer.registries;

import java.nio.file.Path;
import java.util.List;

/** A place that has one image. */
interface ImagePlace extends AutoCloseable {

    String reference();

    /** Returns the reference of an image that it does not have. */
    String otherReference();

    /** Returns the digest of the config. */
    String config();

    /** Returns the digests of the blobs of layers. */
    List<String> layers();

    /** Returns the file that holds a blob. */
    Path file(String digest);

    @Override
    void close();
}
