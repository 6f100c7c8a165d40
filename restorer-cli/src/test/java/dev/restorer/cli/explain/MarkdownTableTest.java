package dev.restorer.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.RestorePlan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTableTest {

    private static List<String> lines(RestorePlan plan, boolean contents) {
        List<String> lines = new ArrayList<>();
        MarkdownTable.print(Plans.explanation(plan, contents), lines::add);
        return lines;
    }

    @Test
    void eachLayerIsARow() {
        assertThat(lines(Plans.ofFourLayers(), true))
                .startsWith(
                        "| Buildpack | Layer | App image | Cache | Metadata | Contents | Why |",
                        "| --- | --- | --- | --- | --- | --- | --- |",
                        "| example/node | deps | launch cache | launch cache | app image | restored | a launch layer of"
                                + " the app image; the cache has the contents that its metadata is about |")
                .contains("- store.toml of example/node: restored from app image")
                .contains("4 layers: 2 restored from the app image, 1 from the cache, 1 not restored; contents:"
                        + " 1 restored, 1 removed, 1 kept, 1 none.")
                .last()
                .asString()
                .startsWith("App image, Cache: the types of the layer there ")
                .contains("kept in the app image");
    }

    @Test
    void withMetadataOnlyThereIsNoColumnForContents() {
        assertThat(lines(Plans.ofFourLayers(), false))
                .startsWith("| Buildpack | Layer | App image | Cache | Metadata | Why |", "|" + " --- |".repeat(6));
    }

    @Test
    void theAbsenceOfLayersIsStatedWithTheBuildpacksThatHaveSome() {
        List<String> lines = new ArrayList<>();
        RestorePlan none = new RestorePlan(false, List.of(), null, true);
        MarkdownTable.print(Plans.explanation(none, true, List.of("a/b")), lines::add);
        assertThat(lines)
                .contains(
                        "- Neither the app image nor the cache lists a layer of the buildpacks in the group. They list"
                                + " layers of these buildpacks: a/b.");
    }

    @Test
    void aNameNeitherBreaksTheTableNorBecomesALink() {
        assertThat(lines(Plans.ofLayer("a|b<i>[x](y)`*_ https://e.example www.e.example"), true))
                .anyMatch(
                        line -> line.contains("a\\|b\\<i\\>\\[x\\](y)\\`\\*\\_ https\\://e.example www\\.e.example |"));
        assertThat(lines(Plans.ofLayer("a\nb"), true)).anyMatch(line -> line.contains("\"a\\\\nb\""));
    }

    @ParameterizedTest
    @CsvSource({
        "$x$, \\$x\\$",
        "#12, \\#12",
        "a^b^, a\\^b\\^",
        "{{ a }}, \\{\\{ a \\}\\}",
        "!a, \\!a",
        ":smile:, \\:smile:",
        "==a==, \\==a\\==",
        "a=b: c, a=b: c"
    })
    void whatSomeReadersInterpretIsEscaped(String text, String escaped) {
        assertThat(Markdown.escape(text)).isEqualTo(escaped);
    }
}
