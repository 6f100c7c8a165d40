package dev.restorer.cli.command;

import dev.restorer.api.RestorerException;
import dev.restorer.cli.failure.ExitCode;
import dev.restorer.cli.failure.StandardOutputException;
import dev.restorer.cli.log.Console;
import dev.restorer.cli.process.Launch;
import dev.restorer.cli.process.ProcessContext;
import dev.restorer.cli.process.TerminalWidth;
import dev.restorer.cli.text.Colors;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs the subcommand that the arguments name, and reports every failure as one line and an exit code. */
public final class Application {

    private static final List<String> NAMES = List.of("restore", "explain", "diff", "demo", "stores", HelpCommand.NAME);

    private final Console console;
    private final Launch launch;
    private final Colors colors;
    private final ProcessContext process;
    private final Services services;

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
        this.services = services;
        launch = process.launch();
        colors = new Colors(allowsColors(process), process.terminals());
        console.colors(colors);
    }

    /** Creates a subcommand. Only the one that runs is created, since its class has to be loaded. */
    private @Nullable Subcommand subcommand(String name) {
        return switch (name) {
            case "restore" -> new RestoreCommand(console, process, services);
            case "explain" -> new ExplainCommand(console, process, services);
            case "diff" -> new DiffCommand(console, process, services);
            case "demo" -> new DemoCommand(console, process, services);
            case "stores" -> new StoresCommand(console, process, services);
            case HelpCommand.NAME -> new HelpCommand(NAMES, of -> printHelp(commandLine(of)));
            default -> null;
        };
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
            int exitCode = runArguments(args);
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
    private int runArguments(String... args) {
        Subcommand named = args.length == 0 ? null : subcommand(args[0]);
        if (named == null) {
            return run(commandLine().parseArgs(args));
        }
        List<String> following = List.of(args).subList(1, args.length);
        FlagKinds flags = named.flagsOnly();
        Arguments plain = flags == null ? null : PlainArguments.read(following, flags, () -> commandLine(named));
        if (plain == null) {
            return run(commandLine(named).parseArgs(following.toArray(String[]::new)));
        }
        readColors(plain);
        return run(named, plain);
    }

    private CommandLine commandLine(Subcommand subcommand) {
        return CommandLines.of(subcommand, TerminalWidth.in(process));
    }

    /**
     * Returns the command line with all subcommands, which describes them.
     *
     * @return a new command line
     */
    public CommandLine commandLine() {
        return CommandLines.of(
                NAMES.stream().map(this::subcommand).flatMap(Stream::ofNullable).toList(), TerminalWidth.in(process));
    }

    private int run(ParseResult parsed) {
        ParseResult innermost = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        CommandLine line = innermost.commandSpec().commandLine();
        Arguments arguments = new ParsedArguments(innermost);
        readColors(arguments);
        if (innermost.isUsageHelpRequested()) {
            printHelp(line);
        } else if (innermost.isVersionHelpRequested()) {
            requireStandardOutput();
            console.print(Version.text());
        } else if (innermost.commandSpec().userObject() instanceof Subcommand subcommand) {
            return run(subcommand, arguments);
        } else {
            throw new ParameterException(line, "A subcommand is missing");
        }
        return ExitCode.DONE;
    }

    private int run(Subcommand subcommand, Arguments arguments) {
        printsResult = subcommand.printsResult();
        if (printsResult) {
            requireStandardOutput();
        }
        return subcommand.run(arguments);
    }

    private void readColors(Arguments arguments) {
        Boolean noColor = arguments.onOff("--" + HelpFlags.NO_COLOR);
        if (noColor != null) {
            colors.allow(!noColor);
        }
    }

    private void printHelp(CommandLine line) {
        requireStandardOutput();
        Ansi ansi = console.style().isColored() ? Ansi.ON : Ansi.OFF;
        console.print(line.getUsageMessage(ansi).stripTrailing());
    }

    /** Returns the command line of a subcommand, or of all if there is no name. */
    private CommandLine commandLine(@Nullable String name) {
        Subcommand named = name == null ? null : subcommand(name);
        CommandLine line = named == null ? commandLine() : commandLine(named);
        if (name != null && named == null) {
            line.parseArgs(name); // fails, since the name is not known
        }
        return line;
    }

    private void requireStandardOutput() {
        if (launch.closed().contains(Launch.STANDARD_OUTPUT)) {
            throw new StandardOutputException("it is closed");
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
        return "unexpected " + failure.getClass().getName() + ": "
                + (failure.getMessage() == null && cause != null ? cause : failure.getMessage())
                + ". Run again with --log-level debug to see where it came from.";
    }
}
