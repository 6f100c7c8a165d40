package dev.restorer.cli.command;

import dev.restorer.api.RestorerException;
import dev.restorer.cli.failure.ExitCode;
import dev.restorer.cli.failure.StandardOutputException;
import dev.restorer.cli.log.Console;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.event.Level;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs what the arguments ask for, and turns every failure into one line and an exit code. */
public final class Application {

    /** A URI that stands behind a flag that is misspelt may hold a password. */
    private static final Pattern SECRET = Pattern.compile("([a-z][a-z0-9+.-]*:)//[^\\s']*");

    private final Console console;
    private final Launch launch;
    private final Map<String, Supplier<Subcommand>> subcommands = new LinkedHashMap<>();

    /**
     * Makes an application, for one run.
     *
     * @param console where all is told
     * @param surroundings the process that it runs in
     * @param services what is called
     */
    public Application(Console console, Surroundings surroundings, Services services) {
        Environment environment = new Environment(surroundings.variables(), surroundings.launch());
        this.console = console;
        launch = surroundings.launch();
        subcommands.put("restore", () -> new RestoreCommand(console, environment, surroundings, services));
        subcommands.put("explain", () -> new ExplainCommand(console, environment, services));
        subcommands.put("demo", () -> new DemoCommand(console, environment, services));
        subcommands.put("stores", () -> new StoresCommand(console, environment, services));
    }

    /**
     * Runs.
     *
     * @param args the arguments
     * @return the exit code
     */
    public int run(String... args) {
        try {
            boolean answered = run(parse(args));
            console.lost().ifPresent(problem -> tellLost(problem, answered));
            return ExitCode.DONE;
        } catch (ParameterException e) {
            console.log(Level.ERROR, wrongArguments(e));
            return ExitCode.WRONG_ARGUMENTS;
        } catch (RestorerException e) {
            console.log(Level.ERROR, String.valueOf(e.getMessage()));
            return ExitCode.of(e);
        } catch (Exception | Error e) {
            console.log(Level.ERROR, unexpected(e));
            console.trace(e);
            return ExitCode.of(e);
        }
    }

    /** Each command line takes picocli some time, so where a subcommand is named there is that one alone. */
    private ParseResult parse(String... args) {
        Supplier<Subcommand> named = args.length == 0 ? null : subcommands.get(args[0]);
        if (named != null) {
            return CommandLines.of(named.get()).parseArgs(Arrays.copyOfRange(args, 1, args.length));
        }
        return CommandLines.of(subcommands.values().stream().map(Supplier::get).toList())
                .parseArgs(args);
    }

    /** Returns whether what was printed is what was asked for. */
    private boolean run(ParseResult parsed) {
        ParseResult innermost = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        CommandLine line = innermost.commandSpec().commandLine();
        if (innermost.isUsageHelpRequested()) {
            console.print(line.getUsageMessage(Ansi.OFF).stripTrailing());
        } else if (innermost.isVersionHelpRequested()) {
            console.print(Version.text());
        } else if (innermost.commandSpec().userObject() instanceof Subcommand subcommand) {
            if (subcommand.answers()) {
                requireStandardOutput();
            }
            subcommand.run(innermost);
            return subcommand.answers();
        } else {
            throw new ParameterException(line, "A subcommand is missing");
        }
        return true;
    }

    private void requireStandardOutput() {
        if (launch.closed().contains(Launch.STANDARD_OUTPUT)) {
            throw new StandardOutputException("it is closed");
        }
    }

    /** What was restored is restored, even if nobody can read so. */
    private void tellLost(String problem, boolean answered) {
        StandardOutputException lost = new StandardOutputException(problem);
        if (answered) {
            throw lost;
        }
        console.log(Level.WARN, "The log is not whole, since " + lost.getMessage());
    }

    private static String wrongArguments(ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        return SECRET.matcher(String.valueOf(e.getMessage())).replaceAll("$1…") + ". Run " + command
                + " --help to see what is accepted.";
    }

    /** Such as a class that could not be prepared, which has no message but a cause. */
    private static String unexpected(Throwable failure) {
        Throwable cause = failure.getCause();
        return "unexpected " + failure.getClass().getName() + ": "
                + (failure.getMessage() == null && cause != null ? cause : failure.getMessage())
                + ". Run again with --log-level debug to see where it came from.";
    }
}
