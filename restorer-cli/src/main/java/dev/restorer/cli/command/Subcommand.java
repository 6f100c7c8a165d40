package dev.restorer.cli.command;

import dev.restorer.cli.arguments.Arguments;
import dev.restorer.cli.arguments.CommandFlags;
import dev.restorer.cli.arguments.FlagKinds;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

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
    int run(Arguments arguments);

    /** Returns its flags if they can be read without picocli, and no other arguments are accepted; otherwise null. */
    default @Nullable FlagKinds flagsOnly() {
        return null;
    }

    /** Tells whether its standard output is its result, and not only a log. */
    default boolean printsResult() {
        return true;
    }

    /** Returns the flags of a subcommand, with those that all subcommands have. */
    static CommandFlags flags(Subcommand subcommand, String name, String description) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(subcommand).name(name);
        spec.usageMessage().description(description).exitCodeList(ExitCodes.common());
        return HelpFlags.addTo(spec);
    }
}
