package dev.restorer.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The mount points below a directory, by their paths relative to it. Linux lists all of them, also those of the same
 * disk, which no device number shows.
 *
 * @param paths the paths
 */
record MountPoints(List<String> paths) {

    private static final Path TABLE = Path.of("/proc/self/mountinfo");

    /** The place of the mount point in a line of the table, and the number of the fields up to it and the rest. */
    private static final int MOUNT_POINT = 4;

    private static final int FIELDS = MOUNT_POINT + 2;

    /** Returns the mount points below a directory, or none where the system does not list them. */
    static MountPoints below(Path directory) {
        try {
            // A path may have any bytes but those that are escaped.
            return below(directory.toRealPath(), Files.readString(TABLE, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return new MountPoints(List.of());
        }
    }

    static MountPoints below(Path directory, String table) {
        String real = directory.toString();
        String prefix = real.endsWith("/") ? real : real + "/";
        return new MountPoints(Stream.of(table.split("\n", -1))
                .map(line -> line.split(" ", FIELDS))
                .filter(fields -> fields.length == FIELDS)
                .map(fields -> path(fields[MOUNT_POINT]))
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()))
                .toList());
    }

    /** Returns the path, with the same replacement for bytes that no character has as {@link Path} uses. */
    private static String path(String field) {
        String bytes = field.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\043", "#")
                .replace("\\134", "\\");
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), PlainName.fileNameCharset());
    }

    /** Tells whether there is a mount point in a directory, at any depth. */
    boolean isAnyIn(String name) {
        return paths.stream().anyMatch(path -> path.startsWith(name + "/"));
    }

    /** Tells whether an entry of the directory is a mount point. */
    boolean contains(String name) {
        return paths.contains(name);
    }
}
