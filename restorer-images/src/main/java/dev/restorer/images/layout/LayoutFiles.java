package dev.restorer.images.layout;

import dev.restorer.images.reference.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The files of a layout. A link is followed as long as it stays in a directory around it, which is trusted. */
final class LayoutFiles {

    private final Path layout;
    private final Path boundary;

    /** The boundary is the layout itself, or a directory of layouts that share blobs by links. */
    private LayoutFiles(Path layout, Path boundary) {
        this.layout = layout;
        this.boundary = boundary;
    }

    /** Returns the files of a layout; empty if the directory is not there. */
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

    /** Reads a file of the layout, but no more than a limit and one byte. */
    Optional<byte[]> read(String name, int max) throws IOException {
        return bytes(open(layout.resolve(name)), max);
    }

    /** Reads a blob, but no more than a limit and one byte. */
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

    /** Opening a pipe would wait for a writer, so that only a regular file is opened. */
    private Optional<InputStream> open(Path file) throws IOException {
        try {
            Path real = file.toRealPath();
            requireInside(file, real, boundary);
            if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(file + " is no regular file");
            }
            return Optional.of(Files.newInputStream(real, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static void requireInside(Path path, Path real, Path boundary) throws IOException {
        if (!real.startsWith(boundary)) {
            throw new IOException(path + " leads out of " + boundary);
        }
    }

    @Override
    public String toString() {
        return layout.toString();
    }
}
