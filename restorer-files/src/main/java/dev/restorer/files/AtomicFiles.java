package dev.restorer.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * Replaces files in a confined directory atomically: a new file is written under a hidden name, and moved into its
 * place when it is complete. Only a {@link MountedFile} is written in place. All names are single path elements.
 *
 * @param directory the confined directory
 */
record AtomicFiles(ConfinedDirectory directory) {

    private static final Set<OpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private static final int COPY_BUFFER = 1 << 16;

    void replace(String name, ByteBuffer content) throws IOException {
        replace(name, temporary -> write(temporary, content));
    }

    void replaceKeepingMode(String name, ByteBuffer content) throws IOException {
        BasicFileAttributes old = directory.attributes(name);
        if (old != null && !old.isRegularFile()) {
            throw new IOException("it is not a regular file");
        }
        replace(name, temporary -> {
            write(temporary, content);
            if (old != null) {
                FileMode.set(path(temporary), FileMode.of(path(name)));
            }
        });
    }

    /** Moves a file, which is copied if it is on another device, or if its new place is a mount point. */
    void moveIn(Path file, String name) throws IOException {
        directory.owner().give(file);
        try {
            directory.moveFrom(file, name);
        } catch (FileSystemException e) {
            if (!(e instanceof AtomicMoveNotSupportedException) && !new MountedFile(directory, name).prevented(e)) {
                throw e;
            }
            copyIn(file, name);
            Files.delete(file);
        }
    }

    private void copyIn(Path file, String name) throws IOException {
        try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            replace(name, temporary -> {
                try (SeekableByteChannel to = directory.channel(temporary, NEW)) {
                    copy(from, to);
                }
                FileMode.set(path(temporary), FileMode.of(file));
            });
        }
    }

    private void replace(String name, FileWriter writer) throws IOException {
        String temporary = HiddenName.next();
        boolean moved = false;
        try {
            writer.write(temporary);
            directory.owner().give(path(temporary));
            moved = move(temporary, name);
        } finally {
            if (!moved) {
                deleteQuietly(temporary);
            }
        }
    }

    /** Returns whether the file was moved, and not only its content. */
    private boolean move(String temporary, String name) throws IOException {
        try {
            directory.move(temporary, name);
            return true;
        } catch (FileSystemException e) {
            new MountedFile(directory, name).overwriteAfter(e, temporary);
            return false;
        }
    }

    /** Creates and writes a file with a given name. */
    private interface FileWriter {
        void write(String name) throws IOException;
    }

    /** Creates a file, which is incomplete until this method returns. */
    void write(String name, ByteBuffer content) throws IOException {
        try (SeekableByteChannel channel = directory.channel(name, NEW)) {
            write(channel, content);
        }
    }

    static void copy(SeekableByteChannel from, SeekableByteChannel to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(COPY_BUFFER);
        while (from.read(bytes) >= 0) {
            write(to, bytes.flip());
            bytes.clear();
        }
    }

    private static void write(SeekableByteChannel channel, ByteBuffer content) throws IOException {
        while (content.hasRemaining()) {
            channel.write(content);
        }
    }

    private void deleteQuietly(String name) {
        try {
            directory.delete(name);
        } catch (IOException e) {
            // It was not created, or it cannot be deleted for the same reason that it cannot be written.
        }
    }

    private Path path(String name) {
        return directory.path().resolve(name);
    }
}
