package dev.restorer.cli.arguments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

class PlainArgumentsTest {

    private static final List<String> FLAGS = List.of("--layers", "--uid", "--insecure-registry", "--skip-layers");
    private static final List<String> WORDS = List.of(
            "--layers",
            "-layers",
            "--layers=",
            "-layers=a=b",
            "--uid",
            "--insecure-registry",
            "-insecure-registry=h",
            "--skip-layers",
            "-skip-layers=t",
            "--skip-layers=0",
            "--skip-layers=maybe",
            "---layers",
            "--lay",
            "-",
            "--",
            "-=x",
            "",
            "=",
            "@file",
            "true",
            "value",
            "-h",
            "--help",
            "\"quoted\"",
            "${a}");

    private static void addTo(Flags flags) {
        flags.text("layers", "DIR", "");
        flags.text("uid", "NUMBER", "", List.of("0"));
        flags.texts("insecure-registry", "HOST", "");
        flags.onOff("skip-layers", "");
    }

    private static CommandLine commandLine() {
        CommandSpec spec = CommandSpec.create();
        addTo(new CommandFlags(spec));
        CommandLine line = new CommandLine(spec);
        ParsedArguments.configure(line);
        return line;
    }

    private static @Nullable PlainArguments plain(String... args) {
        FlagKinds kinds = new FlagKinds();
        addTo(kinds);
        return PlainArguments.read(List.of(args), kinds, PlainArgumentsTest::commandLine);
    }

    private static List<@Nullable Object> values(Arguments arguments) {
        List<@Nullable Object> values = new ArrayList<>();
        for (String flag : FLAGS) {
            values.add(arguments.has(flag));
        }
        values.add(arguments.text("--layers"));
        values.add(arguments.text("--uid"));
        values.add(arguments.texts("--insecure-registry"));
        values.add(arguments.onOff("--skip-layers"));
        return values;
    }

    @Test
    void whatIsReadIsWhatPicocliReads() {
        Random random = new Random(1);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            String[] args = random.ints(random.nextInt(6), 0, WORDS.size())
                    .mapToObj(WORDS::get)
                    .toArray(String[]::new);
            PlainArguments plain = plain(args);
            if (plain != null) {
                read++;
                ParseResult parsed = commandLine().parseArgs(args);
                assertThat(values(plain)).as("%s", List.of(args)).isEqualTo(values(new ParsedArguments(parsed)));
            }
        }
        assertThat(read).isGreaterThan(1_000);
    }

    @Test
    void theUsualFlagsOfARestoreAreRead() {
        assertThat(plain("--layers", "/layers", "-uid=1000", "--skip-layers")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-V", "--unknown", "word", "--layers", "--skip-layers=maybe", "-", "--", ""})
    void allElseIsLeftToPicocli(String argument) {
        assertThat(plain(argument)).isNull();
    }
}
