package dev.restorer.cli.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Configures the parser to accept arguments as the lifecycle does. */
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
        accept(line);
        describe(line, width);
        return line;
    }

    /** Sets what is accepted; {@link PlainArguments} reads flags in the same way. */
    static void accept(CommandLine line) {
        // Arguments are taken literally: no @file, no variables, no -xyz for -x -y -z.
        line.setExpandAtFiles(false);
        line.setInterpolateVariables(false);
        line.setPosixClusteredShortOptionsAllowed(false);
        // The argument after a flag with a value is its value, even if it begins with a dash.
        line.setAllowOptionsAsOptionParameters(true);
        // If a flag is given twice, the last one is used.
        line.setOverwrittenOptionsAllowed(true);
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
