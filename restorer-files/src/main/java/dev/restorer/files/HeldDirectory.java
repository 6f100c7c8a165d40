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
 * A directory that is held open: every file is named relative to the open directory, whatever its path leads to by now.
 */
final class HeldDirectory extends ConfinedDirectory {

    private final SecureDirectoryStream<Path> dir;

    private HeldDirectory(Path path, SecureDirectoryStream<Path> dir, FileOwner owner) {
        super(path, owner);
        this.dir = dir;
    }

    /** Returns null where the system cannot hold a directory open. */
    static @Nullable HeldDirectory hold(Path directory, String name, FileOwner owner) throws IOException {
        try (DirectoryStream<Path> above = Files.newDirectoryStream(directory)) {
            if (above instanceof SecureDirectoryStream<Path> secure) {
                Path relative = directory.getFileSystem().getPath(name);
                return new HeldDirectory(
                        directory.resolve(name), secure.newDirectoryStream(relative, LinkOption.NOFOLLOW_LINKS), owner);
            }
            return null;
        }
    }

    /** Returns null where the system cannot hold a directory open. */
    @SuppressWarnings("StreamResourceLeak") // closed with the directory
    static @Nullable HeldDirectory hold(Path directory, FileOwner owner) throws IOException {
        DirectoryStream<Path> opened = Files.newDirectoryStream(directory);
        if (opened instanceof SecureDirectoryStream<Path> secure) {
            return new HeldDirectory(directory, secure, owner);
        }
        opened.close();
        return null;
    }

    @Override
    @SuppressWarnings("StreamResourceLeak") // closed with the directory
    HeldDirectory below(String name) throws IOException {
        return new HeldDirectory(
                path().resolve(name), dir.newDirectoryStream(relative(name), LinkOption.NOFOLLOW_LINKS), owner());
    }

    private Path relative(String name) {
        return path().getFileSystem().getPath(name);
    }

    @Override
    public @Nullable BasicFileAttributes attributes(String name) throws IOException {
        try {
            return dir.getFileAttributeView(relative(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes();
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    @Override
    public List<String> names() throws IOException {
        // Opened anew, since a stream can be read once.
        try (DirectoryStream<Path> entries = dir.newDirectoryStream(relative("."), LinkOption.NOFOLLOW_LINKS)) {
            return names(entries);
        }
    }

    @Override
    SeekableByteChannel channel(String name, Set<? extends OpenOption> options) throws IOException {
        return dir.newByteChannel(relative(name), options);
    }

    @Override
    void move(String from, String to) throws IOException {
        dir.move(relative(from), dir, relative(to));
    }

    @Override
    void take(Path file, String name) throws IOException {
        try (DirectoryStream<Path> from = Files.newDirectoryStream(file.resolveSibling("."))) {
            ((SecureDirectoryStream<Path>) from).move(file.getFileName(), dir, relative(name));
        }
    }

    @Override
    void delete(String name) throws IOException {
        dir.deleteFile(relative(name));
    }

    @Override
    public void close() throws IOException {
        dir.close();
    }
}
