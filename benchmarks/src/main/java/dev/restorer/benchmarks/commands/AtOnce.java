package dev.restorer.benchmarks.commands;

import dev.restorer.benchmarks.data.CacheVolume;
import dev.restorer.benchmarks.data.Series;
import dev.restorer.benchmarks.data.WorkDirectory;
import dev.restorer.fixtures.RedisServer;
import java.io.IOException;
import java.nio.file.Path;

/** Many restores at once in one JVM with a Redis server, compared with few at once. */
final class AtOnce implements AutoCloseable {

    /** How many are at once in the two that are compared. */
    static final int FEW = 4;

    static final int MANY = 32;

    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e6;
    private static final int FIRST_LATENCY = 3;

    private final WorkDirectory directories;
    private final int layers;
    private final boolean hasContents;
    private final int restores;
    private final RedisServer redis = RedisServer.start();
    private final JvmProcess jvm;

    AtOnce(WorkDirectory directories, Target target, CacheVolume cache, Path volume, boolean hasContents, int restores)
            throws IOException {
        this.directories = directories;
        this.layers = cache.layers().size();
        this.hasContents = hasContents;
        this.restores = restores;
        this.jvm = new JvmProcess(
                target,
                AtOnceJvm.class,
                redis.address(),
                volume.toString(),
                String.valueOf(layers),
                String.valueOf(hasContents));
    }

    /** Returns the seconds of one restore if so many are at once: their time, divided by their number. */
    Sample run(int atOnce, Series milliseconds) throws IOException {
        Path directory = directories.next();
        double[] answer = jvm.ask(atOnce + " " + restores + " " + directory);
        WorkDirectory.remove(directory);
        if (answer[2] != (double) restores * expected()) {
            throw new IOException(answer[2] + " layers were restored, and not " + restores * expected());
        }
        for (int i = FIRST_LATENCY; i < answer.length; i++) {
            milliseconds.add(answer[i] / MILLIS);
        }
        return new Sample(answer[0] / NANOS / restores, answer[1] / NANOS / restores);
    }

    /** The metadata of four in five layers is restored, and the contents of all. */
    private int expected() {
        return hasContents ? layers : layers * 4 / 5;
    }

    @Override
    public void close() throws IOException {
        jvm.close();
        redis.close();
    }
}
