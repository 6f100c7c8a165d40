package dev.restorer.images.layout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.time.Duration;
import java.util.Set;

/**
 * Opens a file below a trusted directory without following a link. Each directory of the path is held open while the
 * next is opened, so that a link that replaces one of them after the path was checked has no effect.
 */
final class HeldFile {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private HeldFile() {}

    /** Opens a regular file. Opening a pipe would block, also one that replaces the file after it was checked. */
    static InputStream open(Path trusted, Path file) throws IOException {
        return TimedOpen.open(file, TIMEOUT, () -> openRegular(trusted, file));
    }

    private static InputStream openRegular(Path trusted, Path file) throws IOException {
        try (DirectoryStream<Path> directory = Files.newDirectoryStream(trusted)) {
            return directory instanceof SecureDirectoryStream<Path> held
                    ? open(held, trusted.relativize(file), file)
                    : openByPath(file);
        }
    }

    private static InputStream open(SecureDirectoryStream<Path> directory, Path rest, Path file) throws IOException {
        Path name = rest.getName(0);
        if (rest.getNameCount() > 1) {
            try (SecureDirectoryStream<Path> next = directory.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
                return open(next, rest.subpath(1, rest.getNameCount()), file);
            }
        }
        requireRegular(
                directory
                        .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .readAttributes()
                        .isRegularFile(),
                file);
        return Channels.newInputStream(
                directory.newByteChannel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
    }

    /** Opens a file where directories cannot be held open, as on macOS and Windows. */
    private static InputStream openByPath(Path file) throws IOException {
        requireRegular(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS), file);
        return Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    private static void requireRegular(boolean isRegular, Path file) throws IOException {
        if (!isRegular) {
            throw new IOException(file + " is not a regular file");
        }
    }
}
