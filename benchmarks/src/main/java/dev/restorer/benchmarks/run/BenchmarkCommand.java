package dev.restorer.benchmarks.run;

import dev.restorer.benchmarks.arguments.Arguments;
import dev.restorer.benchmarks.commands.CommandsCommand;
import dev.restorer.benchmarks.commands.CurvesCommand;
import dev.restorer.benchmarks.images.ImagesCommand;
import dev.restorer.benchmarks.scale.SimulateCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs benchmarks, writes the results, and compares them with stored ones. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a set of benchmarks, and tells each figure as a multiple of its floor in the same run.",
            "With jmh as the first argument, runs JMH itself with the arguments that follow.",
            "See also --help of each command below."
        })
public final class BenchmarkCommand implements Callable<Integer> {

    private static final int WORSE = 1;

    private final PrintStream out;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    @Option(names = "--form", defaultValue = "SHORT", description = "how much is run: ${COMPLETION-CANDIDATES}")
    Form form = Form.SHORT;

    @Option(names = "--out", defaultValue = "target/benchmarks", description = "where results go (${DEFAULT-VALUE})")
    Path directory = Path.of("target/benchmarks");

    @Option(names = "--compare", description = "the ratios.json of an earlier run, to compare with")
    @Nullable
    Path earlier;

    @Option(names = "--pairs", description = "how often each and its floor are run (SHORTEST 1, SHORT 3)")
    @Nullable
    Integer pairs;

    @Option(
            names = "--check",
            description = "with --compare, fail if a ratio is worse, or has none to be compared with")
    boolean check;

    @Option(
            names = "--margin",
            defaultValue = "0.3",
            description = "how much worse than the earlier one a ratio may be (${DEFAULT-VALUE})")
    double margin;

    private BenchmarkCommand(PrintStream out) {
        this.out = out;
    }

    /** Runs the command. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("jmh")) {
            org.openjdk.jmh.Main.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        System.exit(commandLine(System.out).execute(args));
    }

    static CommandLine commandLine(PrintStream out) {
        CommandLine command = new CommandLine(new BenchmarkCommand(out))
                .addSubcommand(new CommandsCommand(out))
                .addSubcommand(new CurvesCommand(out))
                .addSubcommand(new ImagesCommand(out))
                .addSubcommand(new SimulateCommand(out))
                .setCaseInsensitiveEnumValuesAllowed(true);
        command.getCommandSpec().versionProvider(new Version());
        command.getSubcommands().values().forEach(each -> each.getCommandSpec().versionProvider(new Version()));
        return Arguments.reportedInOneLine(command);
    }

    @Override
    public Integer call() throws IOException, RunnerException {
        int roundsToRun = rounds();
        Map<String, Double> before = earlier == null ? Map.of() : StoredRatios.read(earlier);
        Files.createDirectories(directory);
        ignoreLockOfAnotherUser();
        List<RunResult> results = new ArrayList<>();
        List<List<Figure>> measured = new ArrayList<>();
        for (int round = 0; round < roundsToRun; round++) {
            List<RunResult> ofRound = run(round);
            results.addAll(ofRound);
            measured.add(ofRound.stream().map(Figure::of).toList());
        }
        ResultFormatFactory.getInstance(
                        ResultFormatType.JSON, directory.resolve("jmh.json").toString())
                .writeOut(results);
        Rounds rounds = new Rounds(measured);
        StoredRatios.write(directory.resolve("ratios.json"), rounds);
        Curves.draw(directory, rounds.medians());
        Table.lines(rounds, before).forEach(out::println);
        out.println("Results are in " + directory.toAbsolutePath());
        return earlier == null || isAsGood(rounds, before) || !check ? 0 : WORSE;
    }

    private boolean isAsGood(Rounds rounds, Map<String, Double> before) {
        List<String> worse = StoredRatios.worse(rounds, before, margin);
        worse.forEach(line -> out.println("WORSE: " + line));
        List<String> notStored = StoredRatios.notStored(rounds, before);
        notStored.forEach(line -> out.println("NOT COMPARED: " + line));
        return worse.isEmpty() && notStored.isEmpty();
    }

    /**
     * Checks the arguments, since a wrong one should not be noticed after minutes, and returns how often all is run.
     */
    private int rounds() {
        Arguments.require(
                spec, !check || earlier != null, "--check needs the ratios of an earlier run, with --compare");
        Arguments.require(
                spec,
                margin >= 0 && Double.isFinite(margin),
                "--margin is " + margin + ", and has to be 0 or more, such as 0.3 for three tenths");
        Arguments.require(
                spec,
                earlier == null || Files.isRegularFile(earlier),
                "--compare is " + earlier + ", which is not a file");
        if (pairs == null) {
            return form.rounds();
        }
        Arguments.requirePositive(spec, "--pairs", pairs);
        return pairs;
    }

    /** Runs all once: in the other order each second time, as floors and what is compared with them are. */
    private List<RunResult> run(int round) throws RunnerException {
        List<Options> runs = new ArrayList<>(form.runs());
        if (round % 2 == 1) {
            Collections.reverse(runs);
        }
        List<RunResult> results = new ArrayList<>();
        for (Options each : runs) {
            Collection<RunResult> ofBenchmark = new Runner(each).run();
            ofBenchmark.forEach(
                    result -> out.println("measured " + Figure.of(result).key()));
            results.addAll(ofBenchmark);
        }
        return results;
    }

    /** JMH leaves its lock file behind, which then fails the benchmarks of every other user of the machine. */
    private static void ignoreLockOfAnotherUser() {
        Path lock = Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock");
        if (Files.exists(lock) && !Files.isWritable(lock)) {
            System.setProperty("jmh.ignoreLock", "true");
        }
    }

    /** The version of the jar that is run. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "restorer benchmarks " + BenchmarkCommand.class.getPackage().getImplementationVersion()
            };
        }
    }
}
