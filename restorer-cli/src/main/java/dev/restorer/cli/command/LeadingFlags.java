package dev.restorer.cli.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * The flags before the name of a subcommand, which are those of the command itself.
 *
 * @param parsed the flags
 * @param subcommand the name, which may be unknown, or null if there is none
 * @param following the arguments after the name
 */
record LeadingFlags(ParseResult parsed, @Nullable String subcommand, List<String> following) {

    /** Parses only the flags. Picocli would also run a subcommand after a request for help. */
    static LeadingFlags read(CommandLine command, List<String> args) {
        int flags = 0;
        while (flags < args.size() && isFlag(args.get(flags))) {
            flags++;
        }
        ParseResult parsed = command.parseArgs(args.subList(0, flags).toArray(String[]::new));
        return flags == args.size()
                ? new LeadingFlags(parsed, null, List.of())
                : new LeadingFlags(parsed, args.get(flags), args.subList(flags + 1, args.size()));
    }

    /** None of the flags has a value of its own, so each argument with a dash is one. */
    private static boolean isFlag(String argument) {
        return argument.startsWith("-") && !argument.equals("-") && !argument.equals("--");
    }
}
