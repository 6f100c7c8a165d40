package dev.restorer.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class ManualTest {

    @Test
    void hasEverySubcommandAndEveryOption() {
        CommandLine command = Documents.command();
        List<String> options = command.getSubcommands().values().stream()
                .flatMap(subcommand -> subcommand.getCommandSpec().options().stream())
                .flatMap(option -> Arrays.stream(option.names()))
                .map(name -> name.replace("-", "\\-"))
                .toList();

        assertThat(Manual.of(command))
                .contains(".SH RESTORE\n", ".SH EXPLAIN\n", ".SH DEMO\n", ".SH STORES\n")
                .contains(options);
    }

    @Test
    void hasTheArgumentsOfASubcommand() {
        assertThat(Manual.of(Documents.command()))
                .contains("restorer diff\n.RI [ options \"] \" OLD \" \" NEW\n")
                .contains("restorer stores\n.RI [ options ]\n");
    }

    @Test
    void theCompletionLetsTheShellCompleteNamesOfFiles() {
        assertThat(Documents.completion(Documents.command()))
                .contains("complete -F _complete_restorer -o default")
                .doesNotContain("compopt +o default");
    }

    @Test
    void keepsBackslashesAndDotsAtTheStartOfALine() {
        CommandSpec spec = CommandSpec.create().name("restorer");
        spec.usageMessage().description("Restores.");
        spec.addOption(
                OptionSpec.builder("--x").description(".toml or C:\\layers").build());

        assertThat(Manual.of(new CommandLine(spec))).contains("\n\\&.toml or C:\\elayers\n");
    }
}
