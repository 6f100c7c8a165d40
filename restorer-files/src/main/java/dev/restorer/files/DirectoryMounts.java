package dev.restorer.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is mounted in a directory. The system is asked only once it matters. Safe for use by many threads at once. */
final class DirectoryMounts {

    private final Path path;

    /** The device that the directory is on, once it was determined. */
    private volatile @Nullable Object device;

    /** The mount points below the directory, once they were read. */
    private volatile @Nullable MountPoints mountPoints;

    DirectoryMounts(Path path) {
        this.path = path;
    }

    /** Tells whether a directory of this name exists in the directory, and is on another device. */
    boolean isOnOtherDevice(String name) {
        try {
            Map<String, Object> entry = deviceOf(path.resolve(name));
            if (!Boolean.TRUE.equals(entry.get("isDirectory"))) {
                return false; // a file of an overlay's lower layer may have another device number, and can be moved
            }
            Object here = device;
            if (here == null) {
                here = Objects.requireNonNull(deviceOf(path).get("dev"));
                device = here;
            }
            return !here.equals(entry.get("dev"));
        } catch (IOException e) {
            return false; // the operation that follows reports the failure
        }
    }

    private static Map<String, Object> deviceOf(Path path) throws IOException {
        return Files.readAttributes(path, "unix:dev,isDirectory", LinkOption.NOFOLLOW_LINKS);
    }

    /** Tells whether something is mounted in a directory in the directory, at any depth. */
    boolean hasMountPointIn(String name) {
        return mountPoints().isAnyIn(name);
    }

    /** Tells whether something is mounted at an entry of the directory. */
    boolean isMountPoint(String name) {
        return mountPoints().contains(name);
    }

    private MountPoints mountPoints() {
        MountPoints known = mountPoints;
        if (known == null) {
            known = MountPoints.below(path);
            mountPoints = known;
        }
        return known;
    }
}
