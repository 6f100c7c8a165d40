package dev.restorer.core.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restorer.core.formats.FormatException;
import dev.restorer.core.formats.toml.TomlTable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyzedDocumentTest {

    private static AnalyzedDocument parse(String toml) {
        return AnalyzedDocument.parse(toml.getBytes(UTF_8));
    }

    private static Map<String, Object> written(AnalyzedDocument document) {
        return TomlTable.read(document.toToml()).values();
    }

    @Test
    void allOtherValuesAreKept() {
        String toml = """
                unknown = [1, -9223372036854775808, 1.5, true, "a\\nb", 1979-05-27T07:32:00Z, 07:32:00, []]
                "a key" = {b = {}, "" = nan}

                [image]
                reference = "r.example/app@sha256:1"

                [run-image]
                reference = "old"
                image = "r.example/run:1"
                extend = true
                later = "kept"

                [metadata.stack.run-image]
                mirrors = ["m.example/run"]

                [[metadata.buildpacks]]
                key = "a/b"
                [metadata.buildpacks.layers.x]
                sha = "sha256:3"
                [metadata.buildpacks.layers.x.data.deep]
                number = 1e300
                [[metadata.buildpacks]]
                key = "c/d"
                """;
        AnalyzedDocument document = parse(toml);
        Map<String, Object> expected =
                written(parse(toml.replace("\"old\"", "\"new\"").concat("[build-image]\nreference = \"b\"\n")));
        document.setRunImage("new");
        document.setBuildImage("b");
        assertThat(written(document)).isEqualTo(expected).hasSize(6).containsKey("a key");
        assertThat(document.toToml()).asString(UTF_8).contains("later = \"kept\"", "-9223372036854775808", "1.0E300");
    }

    @Test
    void theTargetIsReplacedAsAWhole() {
        AnalyzedDocument document = parse("[run-image.target]\nid = \"old\"\nos = \"\"\n");
        document.setTarget(Map.of("os", "linux"));
        assertThat(document.toToml()).asString(UTF_8).isEqualTo("[run-image]\n[run-image.target]\nos = \"linux\"\n");
    }

    @Test
    void aLabelIsNoMoreThanAString() {
        AnalyzedDocument document = AnalyzedDocument.empty();
        document.setTarget(Map.of("id", "\"\nos = \"x\"\n[build-image]"));
        assertThat(written(document))
                .isEqualTo(Map.of("run-image", Map.of("target", Map.of("id", "\"\nos = \"x\"\n[build-image]"))));
    }

    @Test
    void theRunImageIsReadWithWhatIsSaidOfIt() {
        assertThat(parse(
                                "[run-image]\nimage = \"a\"\nreference = \"b\"\nextend = true\n[run-image.target]\nos = \"linux\"")
                        .runImage())
                .isEqualTo(new RunImage("a", "b", true, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[run-image.target]", "[run-image.target]\nos = \"\"\narch = \"arm64\""})
    void aTargetWithoutAnOperatingSystemIsNone(String target) {
        assertThat(parse("[run-image]\nimage = \"a\"\n" + target).runImage())
                .isEqualTo(new RunImage("a", "", false, false));
    }

    @Test
    void theRunImageIsReadInAnyCase() {
        assertThat(parse(
                                "[Run-Image]\nImage = \"a\"\nREFERENCE = \"b\"\nExtend = true\n[Run-Image.Target]\nOS = \"linux\"")
                        .runImage())
                .isEqualTo(new RunImage("a", "b", true, true));
    }

    /** The lifecycle might use the wrong one of two. */
    @Test
    void whatIsSetReplacesTheSameKeyInAnotherCase() {
        AnalyzedDocument document = parse("""
                Other = 1
                other = 2
                [Run-Image]
                Reference = "old"
                REFERENCE = "old"
                Image = "old"
                Later = "kept"
                [Run-Image.Target]
                id = "old"
                [BUILD-IMAGE]
                Reference = "old"
                """);
        document.setRunImage("r");
        document.setRunImageName("n");
        document.setTarget(Map.of("os", "linux"));
        document.setBuildImage("b");
        assertThat(written(document))
                .isEqualTo(Map.of(
                        "Other",
                        1,
                        "other",
                        2,
                        "run-image",
                        Map.of("reference", "r", "image", "n", "target", Map.of("os", "linux"), "Later", "kept"),
                        "build-image",
                        Map.of("reference", "b")));
    }

    @Test
    void aTableInTheCaseOfTheFieldIsTheOneThatIsChanged() {
        AnalyzedDocument document =
                parse("[run-image]\nimage = \"a\"\n[Run-Image]\nimage = \"b\"\n[RUN-IMAGE]\nimage = \"c\"");
        document.setRunImage("r");
        assertThat(written(document)).isEqualTo(Map.of("run-image", Map.of("image", "a", "reference", "r")));
    }

    @Test
    void aNegativeZeroKeepsItsSign() {
        assertThat(parse("a = -0.0").toToml()).asString(UTF_8).isEqualTo("a = -0.0\n");
    }

    @Test
    void thereMayBeNoRunImage() {
        assertThat(parse("[image]").runImage()).isNull();
        assertThat(AnalyzedDocument.empty().runImage()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run-image = 1",
                "build-image = []",
                "run-image.target = 1",
                "run-image.image = 1",
                "run-image.extend = \"true\"",
                "run-image.target.os = 1",
                "a = 1e400"
            })
    void aWrongTypeIsNamed(String toml) {
        assertThatExceptionOfType(FormatException.class).isThrownBy(() -> parse(toml));
    }
}
