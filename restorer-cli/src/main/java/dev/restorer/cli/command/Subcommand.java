package dev.restorer.cli.command;

import picocli.CommandLine;

/** One thing that the command can do. */
interface Subcommand {

    /**
     * Does it.
     *
     * @param line how the subcommand was called, which a complaint about its arguments names
     */
    void run(CommandLine line);
}
