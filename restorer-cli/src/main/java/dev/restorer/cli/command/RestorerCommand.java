package dev.restorer.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command itself, which does nothing without a subcommand. */
@Command(
        name = "bin/restorer",
        description = "Brings back what Cloud Native Buildpacks knew about their layers, and the layers in the cache.")
final class RestorerCommand {

    @Mixin
    HelpFlags help = new HelpFlags();
}
