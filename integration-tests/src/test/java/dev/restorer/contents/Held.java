package dev.restorer.contents;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** What a JVM holds: bytes of its heap that are in use, threads, open descriptors, temporary files. */
record Held(long heap, long threads, long descriptors, long temporaryFiles) {

    /** Measures this JVM, after what nothing refers to any more has been given up. */
    static Held now() throws IOException {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return new Held(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                fewestThreads(),
                count(Path.of("/proc/self/fd")),
                count(Path.of(System.getProperty("java.io.tmpdir"))));
    }

    /**
     * The fewest in a while: a thread that is about to end, as the shared ones are after a second, is not one that is
     * held.
     */
    private static long fewestThreads() {
        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            fewest = Math.min(fewest, ManagementFactory.getThreadMXBean().getThreadCount());
            LockSupport.parkNanos(150_000_000);
        }
        return fewest;
    }

    private static long count(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.count();
        }
    }

    /** Reads what {@link #toString} has written. */
    static Held parse(String line) {
        List<Long> numbers = Stream.of(line.split(" ")).map(Long::valueOf).toList();
        return new Held(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }

    @Override
    public String toString() {
        return heap + " " + threads + " " + descriptors + " " + temporaryFiles;
    }
}
