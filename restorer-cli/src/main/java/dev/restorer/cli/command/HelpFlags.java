package dev.restorer.cli.command;

import picocli.CommandLine.Option;

/** The flags that ask about the command, and that every subcommand has. */
final class HelpFlags {

    @Option(
            names = {"-h", "-help", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    boolean help;

    @Option(
            names = {"-V", "-version", "--version"},
            versionHelp = true,
            description = "Shows the version.")
    boolean version;
}
