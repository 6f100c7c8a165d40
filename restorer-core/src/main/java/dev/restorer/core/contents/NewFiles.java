package dev.restorer.core.contents;

import dev.restorer.files.FileOwner;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Makes files of a mode. The system takes from the mode what the umask forbids, which is put back only where it did.
 */
final class NewFiles {

    private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final int PERMISSIONS = 0777;

    private final int left;
    private final FileOwner owner;
    private final Map<Integer, FileAttribute<?>> attributes = new HashMap<>();

    /**
     * Makes one.
     *
     * @param left the permissions that the umask leaves
     * @param owner who owns them
     */
    NewFiles(int left, FileOwner owner) {
        this.left = left;
        this.owner = owner;
    }

    NewFile open(Path path, int mode) throws IOException {
        SeekableByteChannel channel =
                Files.newByteChannel(path, NEW, attributes.computeIfAbsent(mode & PERMISSIONS, NewFiles::attribute));
        NewFile file = new NewFile(path, channel, mode, (mode & left & PERMISSIONS) != mode);
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
        StringBuilder words = new StringBuilder();
        for (int shift = 6; shift >= 0; shift -= 3) {
            int bits = permissions >> shift;
            words.append((bits & 4) != 0 ? 'r' : '-');
            words.append((bits & 2) != 0 ? 'w' : '-');
            words.append((bits & 1) != 0 ? 'x' : '-');
        }
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(words.toString()));
    }
}
