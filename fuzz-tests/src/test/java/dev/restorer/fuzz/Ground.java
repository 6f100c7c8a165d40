package dev.restorer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.FileTree;
import dev.restorer.fixtures.Locked;
import dev.restorer.fixtures.TreeEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.Map;

/** A layers directory, with files around it that no restore may touch, in the reach of a few {@code ..}. */
final class Ground implements AutoCloseable {

    /** Faster than a disk, where it is there. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    private final Path top;
    private final Path layers;
    private final Path input;
    private final Map<String, String> before;

    Ground() throws IOException {
        top = Files.isWritable(MEMORY)
                ? Files.createTempDirectory(MEMORY, "restorer-fuzz")
                : Files.createTempDirectory("restorer-fuzz");
        layers = Files.createDirectories(top.resolve("a/layers"));
        input = top.resolve("input");
        for (Path directory : List.of(top, layers.getParent())) {
            Path victim = Files.createDirectory(directory.resolve("victim"));
            Files.createFile(victim.resolve("file"));
        }
        Locked.walk(top, path -> Files.setLastModifiedTime(path, LONG_AGO));
        before = around();
    }

    Path layers() {
        return layers;
    }

    /** Writes the file that is read. */
    Path input(byte[] content) throws IOException {
        return Files.write(input, content);
    }

    /** Fails if anything outside the layers directory was made, changed or removed. */
    void requireNothingTouchedAround() throws IOException {
        assertThat(around()).as("what is around the layers directory").isEqualTo(before);
    }

    /** The time of a directory changes with what is in it. */
    private Map<String, String> around() throws IOException {
        Map<String, String> around = FileTree.read(top, Ground::facts);
        around.keySet()
                .removeIf(name -> top.resolve(name).startsWith(layers)
                        || top.resolve(name).equals(input));
        return around;
    }

    private static String facts(TreeEntry entry) throws IOException {
        PosixFileAttributes attributes =
                Files.readAttributes(entry.path(), PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return attributes.lastModifiedTime() + " " + entry.octalMode() + " " + attributes.owner();
    }

    @Override
    public void close() throws IOException {
        FileTree.delete(top);
    }
}
