package dev.restorer.files;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A directory that is named by its path, for systems that cannot hold a directory open. */
final class PathDirectory extends ConfinedDirectory {

    PathDirectory(Path path, FileOwner owner) {
        super(path, owner);
    }

    @Override
    PathDirectory below(String name) {
        return new PathDirectory(path().resolve(name), owner());
    }

    @Override
    public @Nullable BasicFileAttributes attributes(String name) throws IOException {
        try {
            return Files.readAttributes(path().resolve(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    @Override
    public List<String> names() throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path())) {
            return names(entries);
        }
    }

    @Override
    SeekableByteChannel channel(String name, Set<? extends OpenOption> options) throws IOException {
        return Files.newByteChannel(path().resolve(name), options);
    }

    @Override
    void move(String from, String to) throws IOException {
        Files.move(path().resolve(from), path().resolve(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    void moveFrom(Path file, String name) throws IOException {
        Files.move(file, path().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    void delete(String name) throws IOException {
        Files.delete(path().resolve(name));
    }

    @Override
    public void close() {
        // No directory is open.
    }
}
