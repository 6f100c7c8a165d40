package dev.restorer.benchmarks.commands;

import dev.restorer.benchmarks.data.CacheVolume;
import dev.restorer.benchmarks.data.WorkDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The single runs of a work, each in a new directory. */
final class Runs {

    /** Writes to a directory. */
    @FunctionalInterface
    interface Run {
        Sample in(Path directory) throws IOException, InterruptedException;
    }

    private final WorkDirectory directories;
    private final Target target;
    private final Work work;
    private final Input input;
    private final Path log;

    Runs(WorkDirectory directories, Target target, Work work, Input input) {
        this.directories = directories;
        this.target = target;
        this.work = work;
        this.input = input;
        this.log = directories.next();
    }

    Work work() {
        return work;
    }

    Input input() {
        return input;
    }

    /** Removes what was written afterwards. */
    Sample inNewDirectory(Run run) throws IOException, InterruptedException {
        Path directory = directories.next();
        Sample sample = run.in(directory);
        WorkDirectory.remove(directory);
        return sample;
    }

    /** Runs the command. */
    Sample restore(Target which, Path layers) throws IOException, InterruptedException {
        return TimedProcess.run(which.restore(input, layers), which.environment(), log);
    }

    /** Runs all floors, and returns the slowest. */
    Sample floor() throws IOException, InterruptedException {
        List<Sample> samples = new ArrayList<>();
        for (Floor floor : work.floors()) {
            samples.add(inNewDirectory(unpacked -> unpack(floor, unpacked)));
        }
        return samples.stream()
                .reduce((one, other) -> one.seconds() >= other.seconds() ? one : other)
                .orElseThrow();
    }

    private Sample unpack(Floor floor, Path unpacked) throws IOException, InterruptedException {
        // Two tars at once may fail if both create the directories above the layers.
        Files.createDirectories(unpacked.resolve(CacheVolume.LAYERS_DIRECTORY.substring(1)));
        return TimedProcess.run(floor.command(input.volume(), unpacked, target.javaHome()), target.environment(), log);
    }

    /**
     * Compares the files of a restore with those that tar unpacks. Everything has then run once, so that what is built
     * at the first start is not measured.
     *
     * @return the number of files and directories
     */
    long verify(Run restore) throws IOException, InterruptedException {
        Path layers = directories.next();
        Path unpacked = directories.next();
        boolean isCompressed =
                work.floors().contains(Floor.GZIP) || work.floors().contains(Floor.ZSTD);
        unpack(isCompressed ? work.floors().get(0) : Floor.EACH_TAR, unpacked);
        restore.in(layers);
        long entries = SameFiles.require(unpacked, layers);
        WorkDirectory.remove(layers);
        WorkDirectory.remove(unpacked);
        return entries;
    }
}
