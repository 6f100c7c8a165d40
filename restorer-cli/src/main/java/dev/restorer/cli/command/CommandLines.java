package dev.restorer.cli.command;

import dev.restorer.cli.failure.ExitCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Sets the parser up to take arguments as the lifecycle does. */
final class CommandLines {

    private static final String NAME = "bin/restorer";
    private static final int HELP_WIDTH = 110;

    private CommandLines() {}

    /** Sets it up for all subcommands. */
    static CommandLine of(List<Subcommand> subcommands) {
        CommandLine root = new CommandLine(root());
        subcommands.forEach(subcommand -> root.addSubcommand(new CommandLine(subcommand.spec())));
        root.getSubcommands().values().forEach(CommandLines::describe);
        return setUp(root);
    }

    /** Sets it up for the arguments behind the name of a subcommand. */
    static CommandLine of(Subcommand subcommand) {
        CommandSpec spec = subcommand.spec();
        return setUp(new CommandLine(spec.name(NAME + " " + spec.name())));
    }

    private static CommandLine setUp(CommandLine line) {
        // An argument is what it is: no file of arguments, no variable in it, no -xyz for -x -y -z.
        line.setExpandAtFiles(false);
        line.setInterpolateVariables(false);
        line.setPosixClusteredShortOptionsAllowed(false);
        // What is behind a flag with a value is that value, also where it begins with a dash.
        line.setAllowOptionsAsOptionParameters(true);
        // Of a flag that is given twice the last counts.
        line.setOverwrittenOptionsAllowed(true);
        describe(line);
        return line;
    }

    /** The command itself, which does nothing without a subcommand. */
    private static CommandSpec root() {
        CommandSpec spec = CommandSpec.create().name(NAME);
        spec.usageMessage()
                .description(
                        "Brings back what Cloud Native Buildpacks knew about their layers, and the layers in the cache.");
        return HelpFlags.addTo(spec).spec();
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
