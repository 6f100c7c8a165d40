package dev.restorer.benchmarks.scale;

import dev.restorer.benchmarks.arguments.Arguments;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Simulates builds that arrive at random, workers that restore them, and one Redis server. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Simulates builds that arrive at random, workers of two cores that restore one build each at a time, and one"
                    + " Redis server; prints as Markdown what each rate of builds needs, and what is saturated first.",
            "With --measure, measures what a build costs Redis, and compares the small end of the simulation with real"
                    + " restores."
        })
public final class SimulateCommand implements Callable<Integer> {

    private static final int DIFFERENT = 1;
    private static final double MAX_DIFFERENCE = 1.5;

    private static final String HEAD = """
            | builds a minute | cores busy | workers | busy | wait for a worker | arrival to completion: mean, 99 of 100 \
            | Redis commands a second | Redis busy | Redis memory | bytes from the cache |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |""";

    private final PrintStream out;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    @Option(
            names = "--builds-a-minute",
            split = ",",
            defaultValue = "1,100,10000",
            description = "the rates (${DEFAULT-VALUE})")
    List<Double> rates = List.of();

    @Option(names = "--builds", defaultValue = "200000", description = "how many are simulated (${DEFAULT-VALUE})")
    int builds;

    @Option(names = "--seed", defaultValue = "1", description = "chooses the times of arrivals (${DEFAULT-VALUE})")
    long seed;

    @Mixin
    Costs costs = new Costs();

    @Option(names = "--measure", description = "measure Redis, and compare the small end with real restores")
    boolean measure;

    @Option(
            names = "--measured-builds",
            defaultValue = "2000",
            description = "how many builds are measured (${DEFAULT-VALUE})")
    int measuredBuilds;

    @Option(names = "--check", description = "with --measure, fail if the simulation differs by more than half")
    boolean check;

    /**
     * Creates the command.
     *
     * @param out where results are printed
     */
    public SimulateCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        checkArguments();
        out.println(HEAD);
        for (double rate : rates) {
            Needs needs = new Needs(rate, costs);
            out.println(needs.row(needs.simulate(builds, seed)));
        }
        out.println();
        out.println(Needs.saturation(costs));
        return measure ? measure() : 0;
    }

    private void checkArguments() {
        Arguments.require(spec, !check || measure, "--check needs what is measured, with --measure");
        Arguments.requirePositive(spec, "--builds", builds);
        Arguments.requirePositive(spec, "--measured-builds", measuredBuilds);
        rates.forEach(rate -> Costs.requireAboveZero(spec, "--builds-a-minute", rate));
        costs.check(spec);
    }

    private int measure() throws IOException {
        for (int layers : new int[] {20, 200, 1_000}) {
            out.println(RedisCosts.measure(measuredBuilds, layers));
        }
        SmallEnd smallEnd = SmallEnd.measure(measuredBuilds, 200);
        out.println(smallEnd);
        double difference = Math.max(smallEnd.ratio(), 1 / smallEnd.ratio());
        return check && difference > MAX_DIFFERENCE ? DIFFERENT : 0;
    }
}
