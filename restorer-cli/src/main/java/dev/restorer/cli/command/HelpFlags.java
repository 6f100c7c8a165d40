package dev.restorer.cli.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The flags for help and version, which every subcommand has. */
final class HelpFlags {

    private HelpFlags() {}

    static Flags addTo(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-h", "-help", "--help")
                .type(boolean.class)
                .usageHelp(true)
                .description("Shows this help.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "-version", "--version")
                .type(boolean.class)
                .versionHelp(true)
                .description("Shows the version.")
                .build());
        return new Flags(spec);
    }
}
