package dev.restorer.benchmarks.commands;

import dev.restorer.benchmarks.data.CacheVolume;
import dev.restorer.benchmarks.data.Series;
import dev.restorer.benchmarks.data.WorkDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares a work with its floors, or with another build of the command. */
final class Comparison {

    private static final int WARM_UPS = 10;
    private static final int RESTORES = 64;

    private final WorkDirectory directories;
    private final Target target;
    private final @Nullable Target against;
    private final boolean small;
    private final int pairs;

    /**
     * Makes ready for comparisons.
     *
     * @param directories where everything is written
     * @param target what is measured
     * @param against what it is compared with in place of the floors; null for the floors
     * @param small whether the small form of a work is used
     * @param pairs how often each of the two is run
     */
    Comparison(WorkDirectory directories, Target target, @Nullable Target against, boolean small, int pairs) {
        this.directories = directories;
        this.target = target;
        this.against = against;
        this.small = small;
        this.pairs = pairs;
    }

    /** Verifies what is restored, and compares. */
    Result compare(Work work) throws IOException, InterruptedException {
        CacheVolume volume = work.volume(small);
        Path directory = directories.next();
        try {
            Input input = Input.write(volume, directory);
            Runs runs = new Runs(directories, target, work, input);
            return switch (work.way()) {
                case COMMAND -> command(runs, volume);
                case WARM -> warm(runs, volume);
                case AT_ONCE, AT_ONCE_METADATA -> atOnce(runs, volume);
            };
        } finally {
            WorkDirectory.remove(directory);
        }
    }

    private Result command(Runs runs, CacheVolume volume) throws IOException, InterruptedException {
        long entries = runs.verify(layers -> runs.restore(target, layers));
        Contestant floor = runs::floor;
        Target other = against;
        if (other != null) {
            runs.inNewDirectory(layers -> runs.restore(other, layers));
            floor = () -> runs.inNewDirectory(layers -> runs.restore(other, layers));
        }
        Pairs.Outcome outcome =
                Pairs.run(pairs, floor, () -> runs.inNewDirectory(layers -> runs.restore(target, layers)));
        return new Result(runs.work(), entries, volume.files(), outcome, List.of());
    }

    private Result warm(Runs runs, CacheVolume volume) throws IOException, InterruptedException {
        try (JvmProcess jvm =
                new JvmProcess(target, WarmJvm.class, runs.input().volume().toString())) {
            Runs.Run restore = layers -> Sample.ofNanos(jvm.ask(layers.toString()));
            long entries = runs.verify(restore);
            for (int i = 0; i < (small ? 1 : WARM_UPS); i++) {
                runs.inNewDirectory(restore);
            }
            Pairs.Outcome outcome = Pairs.run(pairs, runs::floor, () -> runs.inNewDirectory(restore));
            return new Result(runs.work(), entries, volume.files(), outcome, List.of());
        }
    }

    private Result atOnce(Runs runs, CacheVolume volume) throws IOException, InterruptedException {
        boolean hasContents = runs.work().way() == Work.Way.AT_ONCE;
        int restores = small ? AtOnce.MANY : RESTORES;
        Path path = runs.input().volume();
        try (AtOnce atOnce = new AtOnce(directories, target, volume, path, hasContents, restores)) {
            atOnce.run(AtOnce.MANY, new Series());
            atOnce.run(AtOnce.FEW, new Series());
            Series few = new Series();
            Series many = new Series();
            Pairs.Outcome outcome =
                    Pairs.run(pairs, () -> atOnce.run(AtOnce.FEW, few), () -> atOnce.run(AtOnce.MANY, many));
            return new Result(
                    runs.work(),
                    0,
                    restores,
                    outcome,
                    List.of(new Latency(AtOnce.FEW, few), new Latency(AtOnce.MANY, many)));
        }
    }
}
