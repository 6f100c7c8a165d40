package dev.restorer.benchmarks.commands;

import dev.restorer.benchmarks.data.WorkDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares a work with its floors, or with another build of the command. */
final class Comparison {

    private static final int WARM_UPS = 10;

    private final WorkDirectory directories;
    private final Target target;
    private final @Nullable Target against;
    private final Path log;

    /**
     * Makes ready for comparisons.
     *
     * @param directories where everything is written
     * @param target what is measured
     * @param against what it is compared with in place of the floors; null for the floors
     */
    Comparison(WorkDirectory directories, Target target, @Nullable Target against) {
        this.directories = directories;
        this.target = target;
        this.against = against;
        this.log = directories.next();
    }

    /** Verifies what is restored, and compares. */
    Result compare(Work work, boolean small, int pairs) throws IOException, InterruptedException {
        Path directory = directories.next();
        try {
            Input input = Input.write(work.volume(small), directory);
            long entries = verify(work, input);
            Pairs.Outcome outcome = work.way() == Work.Way.WARM
                    ? warm(work, input, small ? 1 : WARM_UPS, pairs)
                    : Pairs.run(pairs, floor(work, input), () -> restore(target, input));
            return new Result(work, entries, work.volume(small).files(), outcome);
        } finally {
            WorkDirectory.remove(directory);
        }
    }

    private Pairs.Outcome warm(Work work, Input input, int warmUps, int pairs)
            throws IOException, InterruptedException {
        try (WarmJvmProcess jvm = new WarmJvmProcess(target.javaHome(), target.options(), input.volume())) {
            for (int i = 0; i < warmUps; i++) {
                restore(jvm);
            }
            return Pairs.run(pairs, floor(work, input), () -> restore(jvm));
        }
    }

    private Contestant floor(Work work, Input input) throws IOException, InterruptedException {
        Target other = against;
        if (other != null) {
            restore(other, input);
            return () -> restore(other, input);
        }
        return () -> slowest(work.floors(), input);
    }

    private Sample slowest(List<Floor> floors, Input input) throws IOException, InterruptedException {
        List<Sample> samples = new ArrayList<>();
        for (Floor floor : floors) {
            Path unpacked = Files.createDirectory(directories.next());
            samples.add(unpack(floor, input, unpacked));
            WorkDirectory.remove(unpacked);
        }
        return samples.stream()
                .reduce((one, other) -> one.seconds() >= other.seconds() ? one : other)
                .orElseThrow();
    }

    private Sample unpack(Floor floor, Input input, Path unpacked) throws IOException, InterruptedException {
        return TimedProcess.run(floor.command(input.volume(), unpacked, target.javaHome()), target.environment(), log);
    }

    private Sample restore(Target which, Input input) throws IOException, InterruptedException {
        Path layers = directories.next();
        Sample sample = TimedProcess.run(which.restore(input, layers), which.environment(), log);
        WorkDirectory.remove(layers);
        return sample;
    }

    private Sample restore(WarmJvmProcess jvm) throws IOException {
        Path layers = directories.next();
        Sample sample = jvm.restore(layers);
        WorkDirectory.remove(layers);
        return sample;
    }

    /** Also runs everything once, so that what is built at the first start is not measured. */
    private long verify(Work work, Input input) throws IOException, InterruptedException {
        Path layers = directories.next();
        Path unpacked = Files.createDirectory(directories.next());
        Floor floor = work.floors().contains(Floor.HELLO) || work.floors().size() > 1
                ? Floor.DIGEST_AND_TAR
                : work.floors().get(0);
        unpack(floor, input, unpacked);
        if (work.way() == Work.Way.WARM) {
            try (WarmJvmProcess jvm = new WarmJvmProcess(target.javaHome(), target.options(), input.volume())) {
                jvm.restore(layers);
            }
        } else {
            TimedProcess.run(target.restore(input, layers), target.environment(), log);
        }
        long entries = SameFiles.require(unpacked, layers);
        WorkDirectory.remove(layers);
        WorkDirectory.remove(unpacked);
        return entries;
    }
}
