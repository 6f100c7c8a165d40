package dev.restorer.cli.command;

import dev.restorer.cli.failure.ExitCode;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Sets the parser up to take arguments as the lifecycle does. */
final class CommandLines {

    private static final int HELP_WIDTH = 110;

    private CommandLines() {}

    static CommandLine of(Subcommand... subcommands) {
        CommandLine root = new CommandLine(new RestorerCommand());
        for (Subcommand subcommand : subcommands) {
            root.addSubcommand(subcommand);
        }
        // An argument is what it is: no file of arguments, no variable in it, no -xyz for -x -y -z.
        root.setExpandAtFiles(false);
        root.setInterpolateVariables(false);
        root.setPosixClusteredShortOptionsAllowed(false);
        // Of a flag that is given twice the last counts.
        root.setOverwrittenOptionsAllowed(true);
        describe(root);
        root.getSubcommands().values().forEach(CommandLines::describe);
        return root;
    }

    private static void describe(CommandLine line) {
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        usage.width(HELP_WIDTH);
        usage.abbreviateSynopsis(true);
        usage.exitCodeListHeading("%nExit codes:%n");
        usage.exitCodeList(exitCodes());
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put(" " + ExitCode.DONE, "all was done");
        codes.put(" " + ExitCode.WRONG_ARGUMENTS, "an argument is wrong");
        codes.put(String.valueOf(ExitCode.UNKNOWN_PLATFORM_API), "the Platform API is not known");
        codes.put(String.valueOf(ExitCode.UNKNOWN_BUILDPACK_API), "the Buildpack API of a buildpack is not known");
        codes.put(String.valueOf(ExitCode.FAILED), "restoring failed");
        return codes;
    }
}
