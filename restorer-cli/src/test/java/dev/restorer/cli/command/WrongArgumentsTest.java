package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WrongArgumentsTest {

    private final Run run = new Run();

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("--layrs", "restore", "--layrs", "x"),
                wrong("-xyz", "restore", "-xyz"),
                wrong("extra", "restore", "extra"),
                wrong("extra\\nline", "restore", "extra\nline"),
                wrong("--layers", "restore", "--layers"),
                wrong("--layers is empty", "restore", "--layers="),
                wrong("--report is empty", "restore", "--report", ""),
                wrong("--log-level does not accept \"loud\"", "restore", "--log-level", "loud"),
                wrong("--skip-layers", "restore", "-skip-layers=maybe"),
                wrong("true", "restore", "-skip-layers", "true"),
                wrong("--analyzed and --app-metadata", "restore", "-analyzed", "a", "-app-metadata", "b"),
                wrong("--cache-dir and --cache-metadata", "explain", "-cache-dir", "a", "--cache-metadata", "b"),
                wrong("--layers", "demo", "--layers", "x"),
                wrong("rstore", "rstore"),
                wrong("subcommand"));
    }

    private static Arguments wrong(String named, String... args) {
        return Arguments.of(named, args);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongArgumentsAreNamedInOneLineThatSaysWhatToDo(String named, String[] args) {
        assertThat(run.with(args)).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        String subcommand = args.length == 0 || args[0].equals("rstore") ? "" : " " + args[0];
        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("ERROR: ")
                .contains(named)
                .endsWith(". Run bin/restorer" + subcommand + " --help to see what is accepted.");
        assertThat(run.reader.calls).isEmpty();
    }
}
