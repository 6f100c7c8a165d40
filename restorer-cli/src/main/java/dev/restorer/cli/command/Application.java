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

/** Runs the subcommand that the arguments name, and reports every failure as one line and an exit code. */
public final class Application {

    /** Matches URIs in messages, since the URI after a misspelled flag may contain a password. */
    private static final Pattern SECRET = Pattern.compile("([a-z][a-z0-9+.-]*:)//[^\\s']*");

    private final Console console;
    private final Launch launch;
    private final Map<String, Supplier<Subcommand>> subcommands = new LinkedHashMap<>();

    /**
     * Creates an application for one run.
     *
     * @param console the console to write to
     * @param process the process that the command runs in
     * @param services the services to call
     */
    public Application(Console console, ProcessContext process, Services services) {
        Environment environment = new Environment(process.variables(), process.launch());
        this.console = console;
        launch = process.launch();
        subcommands.put("restore", () -> new RestoreCommand(console, environment, process, services));
        subcommands.put("explain", () -> new ExplainCommand(console, environment, process, services));
        subcommands.put("demo", () -> new DemoCommand(console, environment, services));
        subcommands.put("stores", () -> new StoresCommand(console, environment, services));
    }

    /**
     * Runs the application.
     *
     * @param args the arguments
     * @return the exit code
     */
    public int run(String... args) {
        try {
            boolean printsResult = run(parse(args));
            console.lostOutput().ifPresent(problem -> reportLostOutput(problem, printsResult));
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

    /** Setting up a command line takes time, so if a subcommand is named, only that one is set up. */
    private ParseResult parse(String... args) {
        Supplier<Subcommand> named = args.length == 0 ? null : subcommands.get(args[0]);
        if (named != null) {
            return CommandLines.of(named.get()).parseArgs(Arrays.copyOfRange(args, 1, args.length));
        }
        return commandLine().parseArgs(args);
    }

    /**
     * Returns the command line with all subcommands, which describes them.
     *
     * @return a new command line
     */
    public CommandLine commandLine() {
        return CommandLines.of(subcommands.values().stream().map(Supplier::get).toList());
    }

    /** Runs the subcommand, and returns whether it prints its result to standard output. */
    private boolean run(ParseResult parsed) {
        ParseResult innermost = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        CommandLine line = innermost.commandSpec().commandLine();
        if (innermost.isUsageHelpRequested()) {
            console.print(line.getUsageMessage(Ansi.OFF).stripTrailing());
        } else if (innermost.isVersionHelpRequested()) {
            console.print(Version.text());
        } else if (innermost.commandSpec().userObject() instanceof Subcommand subcommand) {
            if (subcommand.printsResult()) {
                requireStandardOutput();
            }
            subcommand.run(innermost);
            return subcommand.printsResult();
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

    /** Fails if the result could not be printed. If only log lines were lost, the restore is still successful. */
    private void reportLostOutput(String problem, boolean printsResult) {
        StandardOutputException lost = new StandardOutputException(problem);
        if (printsResult) {
            throw lost;
        }
        console.log(Level.WARN, "The log is not whole, since " + lost.getMessage());
    }

    private static String wrongArguments(ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        return SECRET.matcher(String.valueOf(e.getMessage())).replaceAll("$1…") + ". Run " + command
                + " --help to see what is accepted.";
    }

    /** Describes an unexpected exception. Some, such as a failed class initialization, have a cause and no message. */
    private static String unexpected(Throwable failure) {
        Throwable cause = failure.getCause();
        return "unexpected " + failure.getClass().getName() + ": "
                + (failure.getMessage() == null && cause != null ? cause : failure.getMessage())
                + ". Run again with --log-level debug to see where it came from.";
    }
}
