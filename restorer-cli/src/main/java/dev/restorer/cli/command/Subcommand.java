package dev.restorer.cli.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One thing that the command can do. */
interface Subcommand {

    /** Returns its name, its flags and what they mean. */
    CommandSpec spec();

    /**
     * Does it.
     *
     * @param arguments what it was called with
     */
    void run(ParseResult arguments);

    /** Tells whether what it prints is what it is asked for, and not a log of something else. */
    default boolean answers() {
        return true;
    }

    /** Begins the flags of a subcommand with those that all have. */
    static Flags named(Subcommand subcommand, String name, String description) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(subcommand).name(name);
        spec.usageMessage().description(description);
        return HelpFlags.addTo(spec);
    }
}
