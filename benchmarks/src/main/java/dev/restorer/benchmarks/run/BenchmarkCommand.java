package dev.restorer.benchmarks.run;

import dev.restorer.benchmarks.commands.CommandsCommand;
import dev.restorer.benchmarks.images.ImagesCommand;
import dev.restorer.benchmarks.scale.SimulateCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
import picocli.CommandLine.Option;

/** Runs benchmarks, writes the results, and compares them with stored ones. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a set of benchmarks, and tells each figure as a multiple of the raw cost in the same run.",
            "With jmh as the first argument, runs JMH itself with the arguments that follow.",
            "See also --help of each command below."
        })
public final class BenchmarkCommand implements Callable<Integer> {

    private static final int WORSE = 1;

    private final PrintStream out;

    @Option(names = "--form", defaultValue = "SHORT", description = "how much is run: ${COMPLETION-CANDIDATES}")
    Form form = Form.SHORT;

    @Option(names = "--out", defaultValue = "target/benchmarks", description = "where results go (${DEFAULT-VALUE})")
    Path directory = Path.of("target/benchmarks");

    @Option(names = "--compare", description = "the ratios.json of an earlier run, to compare with")
    @Nullable
    Path earlier;

    @Option(
            names = "--margin",
            defaultValue = "0.3",
            description = "how much worse than the earlier one a ratio may be before this fails (${DEFAULT-VALUE})")
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
        CommandLine command = new CommandLine(new BenchmarkCommand(System.out))
                .addSubcommand(new CommandsCommand(System.out))
                .addSubcommand(new ImagesCommand(System.out))
                .addSubcommand(new SimulateCommand(System.out))
                .setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(command.execute(args));
    }

    @Override
    public Integer call() throws IOException, RunnerException {
        Map<String, Double> before = earlier == null ? Map.of() : StoredRatios.read(earlier);
        Files.createDirectories(directory);
        ignoreLockOfAnotherUser();
        List<RunResult> results = new ArrayList<>();
        for (Options run : form.runs()) {
            Collection<RunResult> measured = new Runner(run).run();
            measured.forEach(
                    result -> out.println("measured " + Figure.of(result).key()));
            results.addAll(measured);
        }
        ResultFormatFactory.getInstance(
                        ResultFormatType.JSON, directory.resolve("jmh.json").toString())
                .writeOut(results);
        List<Figure> figures = results.stream().map(Figure::of).toList();
        StoredRatios.write(directory.resolve("ratios.json"), figures);
        Curves.draw(directory, figures);
        Table.lines(figures, before).forEach(out::println);
        out.println("Results are in " + directory.toAbsolutePath());
        List<String> worse = StoredRatios.worse(figures, before, margin);
        worse.forEach(line -> out.println("WORSE: " + line));
        return worse.isEmpty() ? 0 : WORSE;
    }

    /** JMH leaves its lock file behind, which then fails the benchmarks of every other user of the machine. */
    private static void ignoreLockOfAnotherUser() {
        Path lock = Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock");
        if (Files.exists(lock) && !Files.isWritable(lock)) {
            System.setProperty("jmh.ignoreLock", "true");
        }
    }
}
