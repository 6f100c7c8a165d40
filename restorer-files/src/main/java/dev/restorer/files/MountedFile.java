package dev.restorer.files;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Set;

/**
 * A file that is a mount point, to which nothing can be moved. It is written in place, so a reader may see an
 * incomplete file, and a failure or a kill may leave one. It keeps its mode.
 *
 * @param directory the directory of the mount point
 * @param name its name
 */
public record MountedFile(ConfinedDirectory directory, String name) {

    private static final Set<OpenOption> COMPLETE = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    /** An existing file only, since a mount point that was unmounted meanwhile is not to be created here. */
    private static final Set<OpenOption> IN_PLACE =
            Set.of(StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING, LinkOption.NOFOLLOW_LINKS);

    /**
     * Writes a file in a trusted directory after a complete one, in the same directory, could not be moved to its
     * place.
     *
     * @param failure why it could not be moved
     * @param complete the complete file, which is only read
     * @param place its place
     * @throws IOException the failure, unless a file is mounted there, or if that cannot be written
     */
    public static void overwriteAfter(FileSystemException failure, Path complete, Path place) throws IOException {
        if (hasItsOwnException(failure)) {
            throw failure;
        }
        try (ConfinedDirectory directory = directory(place, failure)) {
            new MountedFile(directory, name(place)).overwriteAfter(failure, name(complete));
        }
    }

    private static ConfinedDirectory directory(Path place, FileSystemException failure) throws IOException {
        try {
            return new TrustedDirectory(place.resolveSibling(".")).open().orElseThrow(() -> failure);
        } catch (IOException e) {
            if (e != failure) {
                failure.addSuppressed(e);
            }
            throw failure;
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /**
     * Writes the file after a complete one could not be moved to its place.
     *
     * @param complete the name of the complete file, which is only read
     * @param failure why it could not be moved, which is thrown unless this is a file that is mounted
     */
    void overwriteAfter(FileSystemException failure, String complete) throws IOException {
        if (!prevented(failure) || !isRegularFile()) {
            throw failure;
        }
        try (SeekableByteChannel from = directory.channel(complete, COMPLETE);
                SeekableByteChannel to = directory.channel(name, IN_PLACE)) {
            AtomicFiles.copy(from, to);
        }
        directory.owner().give(directory.path().resolve(name));
    }

    /**
     * Tells whether a move failed since something is mounted here. Where the system does not list what is mounted, its
     * message tells that, which differs with the library of C and the locale.
     */
    boolean prevented(FileSystemException failure) {
        return !hasItsOwnException(failure) && (isBusy(failure) || directory.isMountPoint(name));
    }

    /** Tells whether a failure has another cause. For a mount point, Java has no exception. */
    private static boolean hasItsOwnException(FileSystemException failure) {
        return failure.getClass() != FileSystemException.class;
    }

    private static boolean isBusy(FileSystemException failure) {
        String reason = failure.getReason();
        return reason != null && reason.toLowerCase(Locale.ROOT).endsWith("resource busy");
    }

    private boolean isRegularFile() throws IOException {
        BasicFileAttributes attributes = directory.attributes(name);
        return attributes != null && attributes.isRegularFile();
    }
}
