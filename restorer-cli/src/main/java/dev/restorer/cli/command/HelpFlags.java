package dev.restorer.cli.command;

import dev.restorer.cli.arguments.CommandFlags;
import dev.restorer.cli.arguments.Flags;
import dev.restorer.cli.arguments.SwitchConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The flags for help, version and colors, which every subcommand has. */
final class HelpFlags {

    static final String NO_COLOR = "no-color";

    private HelpFlags() {}

    static CommandFlags addTo(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-h", "-help", "--help")
                .type(boolean.class)
                .converters(new SwitchConverter())
                .usageHelp(true)
                .description("Shows this help.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "-version", "--version")
                .type(boolean.class)
                .converters(new SwitchConverter())
                .versionHelp(true)
                .description("Shows the version.")
                .build());
        CommandFlags flags = new CommandFlags(spec);
        addColors(flags);
        return flags;
    }

    /** Adds the flag for colors alone. */
    static void addColors(Flags flags) {
        flags.onOff(NO_COLOR, "writes no colors, also to a terminal (CNB_NO_COLOR, NO_COLOR)");
    }
}
