package dev.restorer.core.contents.tree;

import dev.restorer.files.FileOwner;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Creates files with a mode. The system removes the bits of the umask from the mode, so the mode is set again only if
 * it has such bits. Safe for use by many threads at once.
 */
final class NewFiles {

    private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final int PERMISSIONS = 0777;

    /** Attributes by their permissions, each created when it is first needed. */
    private static final AtomicReferenceArray<FileAttribute<?>> ATTRIBUTES =
            new AtomicReferenceArray<>(PERMISSIONS + 1);

    private final int allowed;
    private final FileOwner owner;

    /**
     * Creates a factory of files.
     *
     * @param allowed the permissions that the umask leaves
     * @param owner the owner of the files
     */
    NewFiles(int allowed, FileOwner owner) {
        this.allowed = allowed;
        this.owner = owner;
    }

    NewFile open(Path path, int mode) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(path, NEW, attribute(mode & PERMISSIONS));
        NewFile file = new NewFile(path, channel, mode, (mode & allowed & PERMISSIONS) != mode);
        give(file);
        return file;
    }

    private void give(NewFile file) throws IOException {
        try {
            owner.give(file.path());
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static FileAttribute<?> attribute(int permissions) {
        FileAttribute<?> attribute = ATTRIBUTES.get(permissions);
        if (attribute == null) {
            attribute = newAttribute(permissions);
            ATTRIBUTES.set(permissions, attribute);
        }
        return attribute;
    }

    private static FileAttribute<?> newAttribute(int permissions) {
        StringBuilder text = new StringBuilder();
        for (int shift = 6; shift >= 0; shift -= 3) {
            int bits = permissions >> shift;
            text.append((bits & 4) != 0 ? 'r' : '-');
            text.append((bits & 2) != 0 ? 'w' : '-');
            text.append((bits & 1) != 0 ? 'x' : '-');
        }
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text.toString()));
    }
}
