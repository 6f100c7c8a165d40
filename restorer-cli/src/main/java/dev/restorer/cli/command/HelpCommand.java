package dev.restorer.cli.command;

import dev.restorer.cli.arguments.Arguments;
import dev.restorer.cli.failure.ExitCode;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Shows help: {@code help restore} is the same as {@code restore --help}. */
final class HelpCommand implements Subcommand {

    static final String NAME = "help";

    private final List<String> subcommands;
    private final Consumer<@Nullable String> help;

    /**
     * Creates the subcommand.
     *
     * @param subcommands the names of all subcommands
     * @param help shows the help of the subcommand with a name, or that of all for null
     */
    HelpCommand(List<String> subcommands, Consumer<@Nullable String> help) {
        this.subcommands = subcommands;
        this.help = help;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Subcommand.flags(this, NAME, "Shows the help of a subcommand, as its --help does.")
                .spec();
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .type(String.class)
                .paramLabel("SUBCOMMAND")
                .description("the name of a subcommand")
                .completionCandidates(subcommands)
                .build());
        return spec;
    }

    @Override
    public int run(Arguments arguments) {
        help.accept(arguments.positional(0));
        return ExitCode.DONE;
    }
}
