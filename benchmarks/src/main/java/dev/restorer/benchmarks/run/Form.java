package dev.restorer.benchmarks.run;

import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The sets of benchmarks that can be run. */
enum Form {
    /** Less than a minute: shows that everything runs, and that nothing became several times slower. */
    SHORTEST(
            1,
            1,
            1,
            List.of(
                    new Selection("RawWriteBenchmark", Map.of("layers", "1000,10000")),
                    new Selection(
                            "RestoreBenchmark",
                            Map.of("layers", "1000,10000", "store", "memory", "buildpackApi", "0.10")),
                    new Selection("PlanBenchmark", Map.of("layers", "10000")),
                    new Selection("ReadBenchmark.readLabel", Map.of("layers", "10000")),
                    new Selection("ContentsBenchmark", Map.of()))),

    /** Some ten minutes. */
    SHORT(
            3,
            2,
            1,
            List.of(
                    new Selection("RawWriteBenchmark", Map.of("layers", "100,1000,10000,100000")),
                    new Selection(
                            "RestoreBenchmark",
                            Map.of("layers", "100,1000,100000", "store", "memory", "buildpackApi", "0.10")),
                    new Selection("RestoreBenchmark", Map.of("layers", "10000", "buildpackApi", "0.10")),
                    new Selection(
                            "RestoreBenchmark", Map.of("layers", "10000", "store", "memory", "buildpackApi", "0.5")),
                    new Selection("PlanBenchmark", Map.of("layers", "1000,10000,100000")),
                    new Selection("ReadBenchmark", Map.of("layers", "1000,10000")),
                    new Selection("WriteTomlBenchmark", Map.of("layers", "10000")),
                    new Selection("ShaStoreBenchmark.putAll", Map.of("layers", "10000")),
                    new Selection("ShaStoreBenchmark.getAll", Map.of("layers", "10000")),
                    new Selection("ShaStoreBenchmark.put", Map.of("layers", "1000")),
                    new Selection("ShaStoreBenchmark.get", Map.of("layers", "1000")),
                    new Selection("ContentsBenchmark", Map.of()),
                    new Selection("ManyRestoresBenchmark", Map.of()),
                    new Selection("WholeProcessBenchmark.command", Map.of()),
                    new Selection("WholeProcessBenchmark.commandFromAnalyzed", Map.of("layers", "20")),
                    new Selection("WholeProcessBenchmark.hello", Map.of("layers", "20"))));

    /** A benchmark class or method, with the values of those parameters that are restricted. */
    private record Selection(String benchmark, Map<String, String> parameters) {}

    private final int rounds;
    private final int warmups;
    private final int measurements;

    @SuppressWarnings("ImmutableEnumChecker") // it is: List.of
    private final List<Selection> selections;

    Form(int rounds, int warmups, int measurements, List<Selection> selections) {
        this.rounds = rounds;
        this.warmups = warmups;
        this.measurements = measurements;
        this.selections = selections;
    }

    /** Returns how often all is run without another number. */
    int rounds() {
        return rounds;
    }

    /** Returns the runs, in order. */
    List<Options> runs() {
        return selections.stream().map(this::options).toList();
    }

    private Options options(Selection selection) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\." + selection.benchmark().replace(".", "\\.") + "\\b")
                .forks(1) // each round runs all of them in new JVMs
                .warmupIterations(warmups)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(measurements)
                .measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
        selection.parameters().forEach((name, values) -> options.param(name, values.split(",")));
        return options.build();
    }
}
