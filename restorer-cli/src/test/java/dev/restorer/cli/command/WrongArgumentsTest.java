package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                wrong("--skip-layers is empty", "restore", "-skip-layers="),
                wrong("--no-color is empty", "explain", "--no-color="),
                wrong("true", "restore", "-skip-layers", "true"),
                wrong("--analyzed and --app-metadata", "restore", "-analyzed", "a", "-app-metadata", "b"),
                wrong("--cache-dir and --cache-metadata", "explain", "-cache-dir", "a", "--cache-metadata", "b"),
                wrong("--metadata-only and --contents-only", "restore", "--metadata-only", "-contents-only"),
                wrong(
                        "--contents-only and --cache-metadata",
                        "restore",
                        "--contents-only",
                        "--sha-store=fake:",
                        "--cache-metadata=c"),
                wrong("with --sha-store", "restore", "--contents-only"),
                wrong("a memory: store", "restore", "--contents-only", "--sha-store", "memory:"),
                wrong("a memory: store", "restore", "--contents-only", "--sha-store", "memory"),
                wrong("leave it out", "explain", "--contents-only", "--sha-store=fake:"),
                wrong("--max-layer-bytes does not accept \"0\"", "restore", "--max-layer-bytes", "0"),
                wrong("--max-layer-bytes does not accept \"-1\"", "restore", "--max-layer-bytes=-1"),
                wrong("--max-layer-bytes does not accept \"1G\"", "restore", "--max-layer-bytes=1G"),
                wrong("--max-layer-bytes is empty", "restore", "--max-layer-bytes="),
                wrong(
                        "give a whole number from 1 to 9223372036854775807",
                        "explain",
                        "--max-layer-entries",
                        "9223372036854775808"),
                wrong("--layers", "demo", "--layers", "x"),
                wrong("rstore", "rstore"),
                wrong("subcommand"));
    }

    private static Arguments wrong(String named, String... args) {
        return Arguments.of(named, args);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongArgumentsAreReportedInOneLineWithARemedy(String named, String[] args) {
        assertThat(run.with(args)).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        String subcommand = args.length == 0 || args[0].equals("rstore") ? "" : " " + args[0];
        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("ERROR: ")
                .contains(named)
                .endsWith(". Run restorer" + subcommand + " --help to see what is accepted.");
        assertThat(run.reader.calls).isEmpty();
    }

    static Stream<Arguments> similar() {
        return Stream.of(
                wrong("Unknown option: '--layrs=x' (did you mean --layers?)", "restore", "--layrs=x"),
                wrong("Unknown option: '--layrs' (did you mean --layers?)", "restore", "--layrs", "x"),
                wrong("Unknown options: '--layrs', '-y'", "restore", "--layrs", "x", "-y", "z"),
                wrong("(did you mean -layers?)", "explain", "-layrs", "x"),
                wrong("There is no subcommand \"rstore\" (did you mean restore?)", "rstore"),
                wrong("(did you mean explain?)", "help", "explian"),
                wrong("(did you mean --no-color?)", "stores", "--no-colour"));
    }

    @ParameterizedTest
    @MethodSource("similar")
    void aMistypedNameHasASuggestion(String suggestion, String[] args) {
        assertThat(run.with(args)).isEqualTo(3);
        assertThat(run.err()).singleElement().asString().contains(suggestion);
    }

    static Stream<Arguments> unknown() {
        return Stream.of(
                wrong("plan", "plan", "--layers", "x"),
                wrong("plan", "help", "plan"),
                wrong("plan", "--help", "plan"),
                wrong("", ""),
                wrong("--", "--", "restore"),
                wrong("redis:…", "redis://user:pa'ss\"word@host"));
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void anUnknownSubcommandIsNamedWithThoseThatExist(String name, String[] args) {
        assertThat(run.with(args)).isEqualTo(3);
        assertThat(run.err())
                .containsExactly("ERROR: There is no subcommand \"" + name
                        + "\": give restore, explain, diff, demo, stores or help."
                        + " Run restorer --help to see what is accepted.");
    }

    @Test
    void aNameWithoutASimilarOneHasNoSuggestion() {
        run.with("restore", "--nothing-like-this");
        assertThat(run.err()).singleElement().asString().doesNotContain("did you mean");
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis", "REDIS"})
    void theUriAfterAMistypedFlagIsNotPrinted(String scheme) {
        run.with("restore", "--sha-stor=" + scheme + "://user:pa'ss word@host");
        assertThat(run.err())
                .singleElement()
                .asString()
                .contains(scheme + ":…'")
                .doesNotContain("pa'", "'ss", "word@");
    }

    @Test
    @Timeout(20)
    void aLongArgumentIsDescribedInLinearTime() {
        assertThat(run.with("n".repeat(200_000))).isEqualTo(3);
    }

    static Stream<Arguments> tooLong() {
        String text = "n".repeat(100_000);
        return Stream.of(
                tooLong(text),
                tooLong("restore", text),
                tooLong("restore", "--" + text),
                tooLong("restore", "--layers", text),
                tooLong("restore", "--help=" + text),
                tooLong("restore", "--version=" + text),
                tooLong("restore", "--report=" + text),
                tooLong("restore", "-skip-layers=" + text),
                tooLong("restore", "--log-level", text),
                tooLong("diff", text, "new.json"));
    }

    private static Arguments tooLong(String... args) {
        return Arguments.of((Object) args);
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    void aLongArgumentIsShortenedAndTheRemedyIsStillThere(String[] args) {
        assertThat(run.with(args)).isEqualTo(3);
        assertThat(run.err())
                .singleElement()
                .asString()
                .hasSizeLessThan(1_500)
                .endsWith(" --help to see what is accepted.");
    }

    @Test
    void theArgumentAfterAFlagIsItsValueEvenIfItIsTheNameOfAFlag() {
        assertThat(run.with("restore", "--layers", "--report")).isZero();
        assertThat(run.restorer.restored())
                .singleElement()
                .satisfies(request -> assertThat(request.layersDirectory()).hasToString("--report"));
    }

    @Test
    void aFlagThatBecameAValueExplainsTheArgumentThatIsLeft() {
        assertThat(run.with("restore", "--layers", "--report", "r.json")).isEqualTo(3);
        assertThat(run.err())
                .singleElement()
                .asString()
                .contains(
                        "Unmatched argument at index 2: 'r.json', after --layers took \"--report\" as its value. Run");
    }

    /** The JVM would use another file, whose name has the replacement character. */
    @ParameterizedTest
    @ValueSource(strings = {"--layers", "--group", "--cache-dir", "--report"})
    void aPathThatIsNotUtf8IsAnError(String flag) {
        assertThat(run.with("restore", flag + "=/a/b\ufffd")).isEqualTo(3);
        assertThat(run.err())
                .containsExactly("ERROR: " + flag + " does not accept \"/a/b\ufffd\", which is not UTF-8:"
                        + " rename the directory or the file. Run restorer restore --help to see what is accepted.");
    }
}
