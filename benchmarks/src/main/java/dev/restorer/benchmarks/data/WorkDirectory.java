package dev.restorer.benchmarks.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory that benchmarks write to. If the system has an in-memory file system, it is there, so that the disk is
 * not measured; the property {@code restorer.benchmarks.directory} names another one.
 */
public final class WorkDirectory implements AutoCloseable {

    private static final Path IN_MEMORY = Path.of("/dev/shm");

    private final Path path;
    private int used;

    private WorkDirectory(Path path) {
        this.path = path;
    }

    /**
     * Creates a directory.
     *
     * @return the directory, which is empty
     * @throws IOException if it cannot be created
     */
    public static WorkDirectory make() throws IOException {
        return new WorkDirectory(Files.createTempDirectory(parent(), "restorer-benchmarks-"));
    }

    private static Path parent() {
        String named = System.getProperty("restorer.benchmarks.directory");
        if (named != null) {
            return Path.of(named);
        }
        return Files.isWritable(IN_MEMORY) ? IN_MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
    }

    /**
     * Returns a path in the directory that does not exist yet.
     *
     * @return another path each time
     */
    public Path next() {
        return path.resolve("run-" + used++);
    }

    /**
     * Removes what was written.
     *
     * @param written a path that {@link #next()} returned
     * @throws IOException if it cannot be removed
     */
    public static void remove(Path written) throws IOException {
        if (Files.notExists(written)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> paths = Files.walk(written)) {
            all = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }

    @Override
    public void close() throws IOException {
        remove(path);
    }
}
