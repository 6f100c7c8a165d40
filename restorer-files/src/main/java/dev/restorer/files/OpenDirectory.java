package dev.restorer.files;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A directory that is held open. Files are named relative to the open directory, so it does not matter what its path
 * leads to meanwhile.
 */
final class OpenDirectory extends ConfinedDirectory {

    private final SecureDirectoryStream<Path> stream;

    private OpenDirectory(Path path, SecureDirectoryStream<Path> stream, FileOwner owner) {
        super(path, owner);
        this.stream = stream;
    }

    /** Returns null where the system cannot hold a directory open. */
    static @Nullable OpenDirectory hold(Path directory, String name, FileOwner owner) throws IOException {
        try (DirectoryStream<Path> above = Files.newDirectoryStream(directory)) {
            if (above instanceof SecureDirectoryStream<Path> secure) {
                Path relative = directory.getFileSystem().getPath(name);
                return new OpenDirectory(
                        directory.resolve(name), secure.newDirectoryStream(relative, LinkOption.NOFOLLOW_LINKS), owner);
            }
            return null;
        }
    }

    /** Returns null where the system cannot hold a directory open. */
    @SuppressWarnings("StreamResourceLeak") // closed with the directory
    static @Nullable OpenDirectory hold(Path directory, FileOwner owner) throws IOException {
        DirectoryStream<Path> opened = Files.newDirectoryStream(directory);
        if (opened instanceof SecureDirectoryStream<Path> secure) {
            return new OpenDirectory(directory, secure, owner);
        }
        opened.close();
        return null;
    }

    @Override
    @SuppressWarnings("StreamResourceLeak") // closed with the directory
    OpenDirectory below(String name) throws IOException {
        return new OpenDirectory(
                path().resolve(name), stream.newDirectoryStream(relative(name), LinkOption.NOFOLLOW_LINKS), owner());
    }

    private Path relative(String name) {
        return path().getFileSystem().getPath(name);
    }

    @Override
    public @Nullable BasicFileAttributes attributes(String name) throws IOException {
        try {
            return stream.getFileAttributeView(relative(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes();
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    @Override
    public List<String> names() throws IOException {
        // Opened again, since a directory stream can be iterated only once.
        try (DirectoryStream<Path> entries = stream.newDirectoryStream(relative("."), LinkOption.NOFOLLOW_LINKS)) {
            return names(entries);
        }
    }

    @Override
    SeekableByteChannel channel(String name, Set<? extends OpenOption> options) throws IOException {
        return stream.newByteChannel(relative(name), options);
    }

    @Override
    void move(String from, String to) throws IOException {
        stream.move(relative(from), stream, relative(to));
    }

    @Override
    void moveFrom(Path file, String name) throws IOException {
        try (DirectoryStream<Path> from = Files.newDirectoryStream(file.resolveSibling("."))) {
            ((SecureDirectoryStream<Path>) from).move(file.getFileName(), stream, relative(name));
        }
    }

    @Override
    void delete(String name) throws IOException {
        stream.deleteFile(relative(name));
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
