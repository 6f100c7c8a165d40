package dev.restorer.cli.command;

import dev.restorer.cli.failure.ExitCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Configures the parser to accept arguments as the lifecycle does. */
final class CommandLines {

    private static final String NAME = "bin/restorer";
    private static final int HELP_WIDTH = 110;

    private CommandLines() {}

    /** Creates the command line of all subcommands. */
    static CommandLine of(List<Subcommand> subcommands) {
        CommandLine root = new CommandLine(root());
        subcommands.forEach(subcommand -> root.addSubcommand(new CommandLine(subcommand.spec())));
        root.getSubcommands().values().forEach(CommandLines::describe);
        return setUp(root);
    }

    /** Creates the command line for the arguments after the name of a subcommand. */
    static CommandLine of(Subcommand subcommand) {
        CommandSpec spec = subcommand.spec();
        return setUp(new CommandLine(spec.name(NAME + " " + spec.name())));
    }

    private static CommandLine setUp(CommandLine line) {
        // Arguments are taken literally: no @file, no variables, no -xyz for -x -y -z.
        line.setExpandAtFiles(false);
        line.setInterpolateVariables(false);
        line.setPosixClusteredShortOptionsAllowed(false);
        // The argument after a flag with a value is its value, even if it begins with a dash.
        line.setAllowOptionsAsOptionParameters(true);
        // If a flag is given twice, the last one is used.
        line.setOverwrittenOptionsAllowed(true);
        describe(line);
        return line;
    }

    /** Returns the command itself, which requires a subcommand. */
    private static CommandSpec root() {
        CommandSpec spec = CommandSpec.create().name(NAME);
        spec.usageMessage()
                .description("Restores the metadata of Cloud Native Buildpacks layers, and the layers in the cache.")
                .exitCodeList(DiffCommand.exitCodes());
        return HelpFlags.addTo(spec).spec();
    }

    private static void describe(CommandLine line) {
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        usage.width(HELP_WIDTH);
        usage.abbreviateSynopsis(true);
        usage.exitCodeListHeading("%nExit codes:%n");
        usage.exitCodeList(exitCodes(usage.exitCodeList()));
    }

    /** Returns the exit codes of all subcommands, and those of this one. */
    private static Map<String, String> exitCodes(Map<String, String> own) {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put(" " + ExitCode.DONE, "success");
        codes.putAll(own);
        codes.put(" " + ExitCode.WRONG_ARGUMENTS, "invalid arguments");
        codes.put(String.valueOf(ExitCode.UNKNOWN_PLATFORM_API), "the Platform API is not supported");
        codes.put(String.valueOf(ExitCode.UNKNOWN_BUILDPACK_API), "the Buildpack API of a buildpack is not supported");
        codes.put(String.valueOf(ExitCode.FAILED), "the restore, or another subcommand, failed");
        return codes;
    }
}
