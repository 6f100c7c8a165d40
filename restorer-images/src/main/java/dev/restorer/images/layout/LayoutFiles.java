package dev.restorer.images.layout;

import dev.restorer.images.reference.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The files of a layout. Symbolic links are followed if they lead to a file inside a trusted directory. */
final class LayoutFiles {

    private final Path layout;
    private final Path boundary;

    /**
     * The boundary is the trusted directory: the layout itself, or a directory of layouts that share blobs through
     * links.
     */
    private LayoutFiles(Path layout, Path boundary) {
        this.layout = layout;
        this.boundary = boundary;
    }

    /** Returns the files of a layout; empty if the directory does not exist. */
    static Optional<LayoutFiles> in(Path layout, Path boundary) throws IOException {
        try {
            Path real = layout.toRealPath();
            Path realBoundary = boundary.toRealPath();
            requireInside(layout, real, realBoundary);
            return Optional.of(new LayoutFiles(real, realBoundary));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    Optional<InputStream> blob(Digest digest) throws IOException {
        return open(layout.resolve("blobs").resolve(digest.algorithm()).resolve(digest.hex()));
    }

    /** Reads a file of the layout, up to one byte more than a limit. */
    Optional<byte[]> read(String name, int max) throws IOException {
        return bytes(open(layout.resolve(name)), max);
    }

    /** Reads a blob, up to one byte more than a limit. */
    Optional<byte[]> read(Digest digest, int max) throws IOException {
        return bytes(blob(digest), max);
    }

    private static Optional<byte[]> bytes(Optional<InputStream> opened, int max) throws IOException {
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = opened.get()) {
            return Optional.of(in.readNBytes(max + 1));
        }
    }

    private Optional<InputStream> open(Path file) throws IOException {
        try {
            Path real = file.toRealPath();
            requireInside(file, real, boundary);
            return Optional.of(HeldFile.open(boundary, real));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static void requireInside(Path path, Path real, Path boundary) throws IOException {
        if (!real.startsWith(boundary)) {
            throw new IOException(path + " refers to a path outside of " + boundary);
        }
    }

    @Override
    public String toString() {
        return layout.toString();
    }
}
