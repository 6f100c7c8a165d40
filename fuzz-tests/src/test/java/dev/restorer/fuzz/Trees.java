package dev.restorer.fuzz;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Trees of files in which any directory may lock out its owner, and no link is followed. */
final class Trees {

    private static final Set<PosixFilePermission> OPEN = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private Trees() {}

    /** Returns the paths of all that is below a directory, each directory before what is in it. */
    static List<Path> below(Path directory) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path entry : entries(directory)) {
            found.add(entry);
            if (isDirectory(entry)) {
                found.addAll(below(entry));
            }
        }
        return found;
    }

    static void delete(Path path) throws IOException {
        if (isDirectory(path)) {
            for (Path entry : entries(path)) {
                delete(entry);
            }
        }
        Files.delete(path);
    }

    static boolean isDirectory(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Returns what changes with a file, or with what is in a directory. */
    static String facts(Path path) throws IOException {
        PosixFileAttributes attributes =
                Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return attributes.lastModifiedTime() + " " + PosixFilePermissions.toString(attributes.permissions()) + " "
                + attributes.owner();
    }

    static List<Path> entries(Path directory) throws IOException {
        if (!Files.getPosixFilePermissions(directory).containsAll(OPEN)) {
            Files.setPosixFilePermissions(directory, OPEN);
        }
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            stream.forEach(entries::add);
        }
        return entries;
    }
}
