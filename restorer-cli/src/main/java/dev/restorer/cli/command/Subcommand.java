package dev.restorer.cli.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A subcommand. */
interface Subcommand {

    /** Returns its name, its flags and their descriptions. */
    CommandSpec spec();

    /**
     * Runs the subcommand.
     *
     * @param arguments the arguments
     * @return the exit code
     */
    int run(ParseResult arguments);

    /** Tells whether its standard output is its result, and not only a log. */
    default boolean printsResult() {
        return true;
    }

    /** Returns the flags of a subcommand, with those that all subcommands have. */
    static Flags named(Subcommand subcommand, String name, String description) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(subcommand).name(name);
        spec.usageMessage().description(description).exitCodeList(ExitCodes.ofEach());
        return HelpFlags.addTo(spec);
    }
}
