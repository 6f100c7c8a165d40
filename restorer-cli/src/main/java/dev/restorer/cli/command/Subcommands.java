package dev.restorer.cli.command;

import dev.restorer.api.Quoted;
import dev.restorer.cli.log.Console;
import dev.restorer.cli.process.ProcessContext;
import dev.restorer.cli.process.TerminalWidth;
import dev.restorer.cli.text.Suggestion;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/**
 * The subcommands, their command lines and their help. Only subcommands that are used are created, since their classes
 * have to be loaded.
 *
 * @param console the console to write to
 * @param process the process that the command runs in
 * @param services the services to call
 */
record Subcommands(Console console, ProcessContext process, Services services) {

    private static final List<String> NAMES = List.of("restore", "explain", "diff", "demo", "stores", HelpCommand.NAME);

    /** Creates the subcommand with a name, or returns null if there is none. */
    @Nullable
    Subcommand find(String name) {
        return switch (name) {
            case "restore" -> new RestoreCommand(console, process, services);
            case "explain" -> new ExplainCommand(console, process, services);
            case "diff" -> new DiffCommand(console, process, services);
            case "demo" -> new DemoCommand(console, process, services);
            case "stores" -> new StoresCommand(console, process, services);
            case HelpCommand.NAME -> new HelpCommand(NAMES, this::printHelpOf);
            default -> null;
        };
    }

    /** Returns a command line for the arguments after the name of a subcommand. */
    CommandLine line(Subcommand subcommand) {
        return CommandLines.of(subcommand, TerminalWidth.in(process));
    }

    /** Returns a command line with all subcommands. */
    CommandLine line() {
        return CommandLines.of(
                NAMES.stream().map(this::find).flatMap(Stream::ofNullable).toList(), TerminalWidth.in(process));
    }

    /** Creates the subcommand with a name, which has to be known. */
    Subcommand required(@Nullable String name) {
        Subcommand found = name == null ? null : find(name);
        if (found == null) {
            throw new ParameterException(line(), name == null ? "A subcommand is missing" : unknown(name));
        }
        return found;
    }

    private static String unknown(String name) {
        int last = NAMES.size() - 1;
        return "There is no subcommand " + Quoted.quote(name)
                + Suggestion.of(name, NAMES.stream())
                        .map(similar -> " (did you mean " + similar + "?)")
                        .orElse(": give " + String.join(", ", NAMES.subList(0, last)) + " or " + NAMES.get(last));
    }

    /** Prints the help of a subcommand, or of all if there is no name. */
    void printHelpOf(@Nullable String name) {
        printHelp(name == null ? line() : line(required(name)));
    }

    void printHelp(CommandLine line) {
        process.launch().requireStandardOutput();
        Ansi ansi = console.style().isColored() ? Ansi.ON : Ansi.OFF;
        console.print(line.getUsageMessage(ansi).stripTrailing());
    }
}
