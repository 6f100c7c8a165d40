package dev.restorer.cli.command;

import dev.restorer.cli.arguments.ParsedArguments;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Creates command lines, which parse arguments and describe themselves. */
final class CommandLines {

    private static final String NAME = "restorer";

    /** Fewer columns have no room for the names of options and their descriptions. */
    private static final int MIN_HELP_WIDTH = 55;

    private CommandLines() {}

    /** Creates the command line of all subcommands, whose help has that number of columns. */
    static CommandLine of(List<Subcommand> subcommands, int width) {
        CommandLine root = new CommandLine(root());
        subcommands.forEach(subcommand -> root.addSubcommand(new CommandLine(subcommand.spec())));
        root.getSubcommands().values().forEach(line -> describe(line, width));
        return setUp(root, width);
    }

    /** Creates the command line for the arguments after the name of a subcommand. */
    static CommandLine of(Subcommand subcommand, int width) {
        CommandSpec spec = subcommand.spec();
        return setUp(new CommandLine(spec.name(NAME + " " + spec.name())), width);
    }

    private static CommandLine setUp(CommandLine line, int width) {
        ParsedArguments.configure(line);
        describe(line, width);
        return line;
    }

    /** Returns the command itself, which requires a subcommand. */
    private static CommandSpec root() {
        CommandSpec spec = CommandSpec.create().name(NAME);
        spec.usageMessage()
                .description("Restores the metadata of Cloud Native Buildpacks layers, and the layers in the cache.")
                .exitCodeList(ExitCodes.all());
        return HelpFlags.addTo(spec).spec();
    }

    private static void describe(CommandLine line, int width) {
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        usage.width(Math.max(MIN_HELP_WIDTH, width));
        usage.abbreviateSynopsis(true);
        usage.exitCodeListHeading("%nExit codes:%n");
    }
}
