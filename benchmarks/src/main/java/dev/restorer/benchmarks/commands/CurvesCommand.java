package dev.restorer.benchmarks.commands;

import dev.restorer.benchmarks.data.LogChart;
import dev.restorer.benchmarks.data.Programs;
import dev.restorer.benchmarks.data.Series;
import dev.restorer.benchmarks.data.WorkDirectory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws how the cost of contents depends on bytes, files, layers and builds at once. */
@Command(
        name = "curves",
        mixinStandardHelpOptions = true,
        description = {
            "Measures restores of contents of several sizes: by the command, in a JVM that has run, and their floor,"
                    + " openssl dgst -sha256 and tar x, in turn.",
            "Draws the cost of a megabyte, a file, a layer and a build against their number as SVG: medians."
        })
public final class CurvesCommand implements Callable<Integer> {

    private static final int WARM_UPS = 5;
    private static final int RESTORES = 64;

    private final PrintStream out;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    @Mixin
    final MeasuringOptions options = new MeasuringOptions();

    @Option(names = "--small", description = "measure two sizes of each, to see whether it works")
    boolean small;

    /**
     * Creates the command.
     *
     * @param out where results are printed
     */
    public CurvesCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        options.check(spec);
        Target target = new Target(Path.of(Programs.command()), options.javaHome, "");
        try (WorkDirectory work = WorkDirectory.make()) {
            for (Points points : Points.values()) {
                Map<String, Map<Integer, Double>> curves = new LinkedHashMap<>();
                for (int value : points.values(small)) {
                    measure(points, value, work, target).forEach((name, seconds) -> {
                        double cost = points.cost(seconds, value);
                        curves.computeIfAbsent(name, any -> new TreeMap<>()).put(value, cost);
                        out.println(String.format(
                                Locale.ROOT, "%s, %d %s: %.2f %s", name, value, points.x(), cost, points.y()));
                    });
                }
                new LogChart(points.title(), points.x(), points.y(), curves)
                        .writeSvg(options.directory.resolve(points.file()));
            }
        }
        out.println(options.describe(Machine.describe(target.version()), small));
        out.println("Results are in " + options.directory.toAbsolutePath());
        return 0;
    }

    /** Returns the seconds by the names of the curves. */
    private Map<String, Double> measure(Points points, int value, WorkDirectory work, Target target)
            throws IOException, InterruptedException {
        Path files = work.next();
        try {
            Input input = Input.write(points.volume(value), files);
            return points == Points.BUILDS
                    ? builds(points, value, work, target, input)
                    : contents(new Runs(work, target, Work.LARGE, input), target);
        } finally {
            WorkDirectory.remove(files);
        }
    }

    private Map<String, Double> contents(Runs runs, Target target) throws IOException, InterruptedException {
        Map<String, Double> seconds = new LinkedHashMap<>();
        runs.verify(layers -> runs.restore(target, layers));
        Pairs.Outcome command = Pairs.run(
                options.pairs, runs::floor, () -> runs.inNewDirectory(layers -> runs.restore(target, layers)));
        seconds.put("floor", command.floorSeconds.median());
        seconds.put("command", command.seconds.median());
        try (JvmProcess jvm =
                new JvmProcess(target, WarmJvm.class, runs.input().volume().toString())) {
            Runs.Run restore = layers -> Sample.ofNanos(jvm.ask(layers.toString()));
            Series warm = new Series();
            for (int i = -WARM_UPS; i < options.pairs; i++) {
                double taken = runs.inNewDirectory(restore).seconds();
                if (i >= 0) {
                    warm.add(taken);
                }
            }
            seconds.put("in a JVM that has run", warm.median());
        }
        return seconds;
    }

    private Map<String, Double> builds(Points points, int value, WorkDirectory work, Target target, Input input)
            throws IOException {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (boolean hasContents : new boolean[] {true, false}) {
            try (AtOnce atOnce = new AtOnce(
                    work, target, points.volume(value), input.volume(), hasContents, small ? value : RESTORES)) {
                Series all = new Series();
                atOnce.run(value, new Series());
                for (int i = 0; i < options.pairs; i++) {
                    all.add(atOnce.run(value, new Series()).seconds());
                }
                seconds.put(hasContents ? "with contents" : "metadata alone", all.median());
            }
        }
        return seconds;
    }
}
