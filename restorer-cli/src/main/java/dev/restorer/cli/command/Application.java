package dev.restorer.cli.command;

import dev.restorer.api.RestorerException;
import dev.restorer.cli.arguments.Arguments;
import dev.restorer.cli.arguments.FlagKinds;
import dev.restorer.cli.arguments.ParsedArguments;
import dev.restorer.cli.arguments.PlainArguments;
import dev.restorer.cli.failure.ExitCode;
import dev.restorer.cli.failure.StandardOutputException;
import dev.restorer.cli.log.Console;
import dev.restorer.cli.process.ProcessContext;
import dev.restorer.cli.text.Colors;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs the subcommand that the arguments name, and reports every failure as one line and an exit code. */
public final class Application {

    private final Console console;
    private final Colors colors;
    private final ProcessContext process;
    private final Subcommands subcommands;

    /** Whether standard output is the result of the run, and not only a log. */
    private boolean printsResult = true;

    /**
     * Creates an application for one run.
     *
     * @param console the console to write to
     * @param process the process that the command runs in
     * @param services the services to call
     */
    public Application(Console console, ProcessContext process, Services services) {
        this.console = console;
        this.process = process;
        subcommands = new Subcommands(console, process, services);
        colors = new Colors(allowsColors(process), process.terminals());
        console.colors(colors);
    }

    private static boolean allowsColors(ProcessContext process) {
        return !process.isOn("CNB_NO_COLOR")
                && process.variable("NO_COLOR") == null
                && !"dumb".equals(process.variable("TERM"));
    }

    /**
     * Runs the application.
     *
     * @param args the arguments
     * @return the exit code
     */
    public int run(String... args) {
        try {
            int exitCode = runSubcommandOf(List.of(args));
            console.lostOutput().ifPresent(this::reportLostOutput);
            return exitCode;
        } catch (ParameterException e) {
            if (List.of(args).contains("--no-color") || List.of(args).contains("-no-color")) {
                colors.allow(false);
            }
            console.log().error(WrongArguments.message(e, args));
            return ExitCode.WRONG_ARGUMENTS;
        } catch (RestorerException e) {
            console.log().error(String.valueOf(e.getMessage()));
            return ExitCode.of(e);
        } catch (Exception | Error e) {
            console.log().error(unexpected(e));
            console.log().trace(e);
            return ExitCode.of(e);
        }
    }

    /** Setting up a command line takes time, so if a subcommand is named, at most that one is set up. */
    private int runSubcommandOf(List<String> args) {
        Subcommand subcommand = args.isEmpty() ? null : subcommands.find(args.get(0));
        return subcommand == null ? runAfterFlags(args) : run(subcommand, args.subList(1, args.size()));
    }

    private int run(Subcommand subcommand, List<String> following) {
        FlagKinds flags = subcommand.flagsOnly();
        Arguments plain =
                flags == null ? null : PlainArguments.read(following, flags, () -> subcommands.line(subcommand));
        if (plain == null) {
            return runParsed(subcommand, subcommands.line(subcommand).parseArgs(following.toArray(String[]::new)));
        }
        readColors(plain);
        return runSubcommand(subcommand, plain);
    }

    /**
     * Returns the command line with all subcommands, which describes them.
     *
     * @return a new command line
     */
    public CommandLine commandLine() {
        return subcommands.line();
    }

    private int runParsed(Subcommand subcommand, ParseResult parsed) {
        Arguments arguments = new ParsedArguments(parsed);
        readColors(arguments);
        if (parsed.isUsageHelpRequested()) {
            subcommands.printHelp(parsed.commandSpec().commandLine());
        } else if (parsed.isVersionHelpRequested()) {
            printVersion();
        } else {
            return runSubcommand(subcommand, arguments);
        }
        return ExitCode.DONE;
    }

    /** Runs the subcommand after flags of the command itself, unless one of these requests help or the version. */
    private int runAfterFlags(List<String> args) {
        LeadingFlags leading = LeadingFlags.read(commandLine(), args);
        readColors(new ParsedArguments(leading.parsed()));
        if (leading.parsed().isUsageHelpRequested()) {
            subcommands.printHelpOf(leading.subcommand());
        } else if (leading.parsed().isVersionHelpRequested()) {
            printVersion();
        } else {
            return run(subcommands.required(leading.subcommand()), leading.following());
        }
        return ExitCode.DONE;
    }

    private void printVersion() {
        process.launch().requireStandardOutput();
        console.print(Version.text());
    }

    private int runSubcommand(Subcommand subcommand, Arguments arguments) {
        printsResult = subcommand.printsResult();
        if (printsResult) {
            process.launch().requireStandardOutput();
        }
        return subcommand.run(arguments);
    }

    private void readColors(Arguments arguments) {
        Boolean noColor = arguments.onOff("--" + HelpFlags.NO_COLOR);
        if (noColor != null) {
            colors.allow(!noColor);
        }
    }

    /** Fails if the result could not be printed. If only log lines were lost, the restore is still successful. */
    private void reportLostOutput(String problem) {
        StandardOutputException lost = new StandardOutputException(problem);
        if (printsResult) {
            throw lost;
        }
        console.log().warn("The log is incomplete. " + lost.getMessage());
    }

    /** Describes an unexpected exception. Some, such as a failed class initialization, have a cause and no message. */
    private static String unexpected(Throwable failure) {
        Throwable cause = failure.getCause();
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof OutOfMemoryError && message.startsWith("unable to create native thread")) {
            return "This process may start no more threads. Let it start at least 32 more (ulimit -u, or the limit of"
                    + " processes of the container).";
        }
        if (failure instanceof OutOfMemoryError) {
            return "The memory of the JVM is not enough: " + message
                    + ". Give it more (-Xmx in RESTORER_JAVA_OPTS), or build without what is so large.";
        }
        if (failure instanceof StackOverflowError) {
            return "The stack of a thread is not enough for documents that are nested so deeply. Make it larger (-Xss in"
                    + " RESTORER_JAVA_OPTS), or build without them.";
        }
        return "unexpected " + failure.getClass().getName() + ": "
                + (failure.getMessage() == null && cause != null ? cause : failure.getMessage())
                + ". Run again with --log-level debug to see where it came from.";
    }
}
