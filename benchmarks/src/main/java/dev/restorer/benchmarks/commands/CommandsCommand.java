package dev.restorer.benchmarks.commands;

import dev.restorer.benchmarks.arguments.Arguments;
import dev.restorer.benchmarks.data.Programs;
import dev.restorer.benchmarks.data.WorkDirectory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares restores by the command with the floors of their works. */
@Command(
        name = "commands",
        mixinStandardHelpOptions = true,
        description = {
            "Restores with the command, in turn with common programs that do the least that the work needs.",
            "The files are first compared with those that tar unpacks. The tars are in a cache directory in memory.",
            "Prints the median of the ratios of all pairs, with the least and the greatest; then seconds likewise."
        })
public final class CommandsCommand implements Callable<Integer> {

    private static final int MISSED = 1;

    /** How results are printed. */
    enum Format {
        TEXT,
        MARKDOWN
    }

    private final PrintStream out;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    @Mixin
    final MeasuringOptions options = new MeasuringOptions();

    @Parameters(arity = "0..*", paramLabel = "WORK", description = "all without one: ${COMPLETION-CANDIDATES}")
    List<Work> works = List.of(Work.values());

    @Option(names = "--java-options", defaultValue = "", description = "options for its JVM, separated by spaces")
    String javaOptions = "";

    @Option(names = "--command", description = "another bin/restorer to measure than that of this checkout")
    @Nullable
    Path command;

    @Option(names = "--against", description = "a bin/restorer to compare with, in place of the floors")
    @Nullable
    Path against;

    @Option(names = "--check", description = "fail if a median is above its goal")
    boolean check;

    @Option(names = "--format", defaultValue = "TEXT", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
    Format format = Format.TEXT;

    @Option(names = "--small", description = "use a hundredth of the files, to see whether it works")
    boolean small;

    /**
     * Creates the command.
     *
     * @param out where results are printed
     */
    public CommandsCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        options.check(spec);
        requireProgram("--command", command);
        requireProgram("--against", against);
        Path measured = command == null ? Path.of(Programs.command()) : command;
        Target target = new Target(measured, options.javaHome, javaOptions);
        int javaVersion = target.javaVersion();
        List<Result> results = compare(target, javaVersion);
        print(MarkdownTable.of(results, javaVersion), Format.MARKDOWN);
        flatness(results);
        String machine = Machine.describe(target.version());
        out.println(options.describe(machine, small));
        ResultFile.write(
                options.directory.resolve("commands.json"), machine, options.pairs, small, javaVersion, results);
        out.println("Results are in " + options.directory.toAbsolutePath());
        boolean missed = results.stream().anyMatch(result -> result.misses(javaVersion));
        return check && missed ? MISSED : 0;
    }

    private void requireProgram(String option, @Nullable Path program) {
        Arguments.require(
                spec,
                program == null || (Files.isRegularFile(program) && Files.isExecutable(program)),
                option + " is " + program + ", which is not a program");
    }

    /** Compares all works, and prints each result when it is there. */
    private List<Result> compare(Target target, int javaVersion) throws IOException, InterruptedException {
        List<Result> results = new ArrayList<>();
        try (WorkDirectory work = WorkDirectory.make()) {
            Target other = against == null ? null : new Target(against, options.javaHome, javaOptions);
            Comparison comparison = new Comparison(work, target, other, small, options.pairs);
            for (Work each : works) {
                Result result = compare(each, comparison);
                if (result != null) {
                    results.add(result);
                    print(result.text(javaVersion), Format.TEXT);
                }
            }
        }
        return results;
    }

    /** Returns null, and says why, if a work needs a program that is not there. */
    private @Nullable Result compare(Work work, Comparison comparison) throws IOException, InterruptedException {
        List<String> missing = work.floors().stream()
                .flatMap(floor -> floor.missing().stream())
                .toList();
        if (!missing.isEmpty()) {
            out.println(work + " is skipped, since there is no " + String.join(", ", missing));
            return null;
        }
        try {
            return comparison.compare(work);
        } catch (TestAbortedException e) { // thrown where a program of the fixtures does not start
            out.println(work + " is skipped. " + e.getMessage());
            return null;
        }
    }

    private void print(String text, Format wanted) {
        if (format == wanted) {
            out.println(text);
        }
    }

    private void flatness(List<Result> results) {
        List<Result> many = results.stream()
                .filter(result -> result.work() == Work.MANY || result.work() == Work.VERY_MANY)
                .toList();
        if (many.size() == 2) {
            double first = many.get(0).microsecondsAFile();
            double last = many.get(1).microsecondsAFile();
            out.println(String.format(
                    Locale.ROOT,
                    "a file of %s takes %.1f µs, one of %s %.1f µs, which is %.2f times as long",
                    many.get(0).work(),
                    first,
                    many.get(1).work(),
                    last,
                    last / first));
        }
    }
}
