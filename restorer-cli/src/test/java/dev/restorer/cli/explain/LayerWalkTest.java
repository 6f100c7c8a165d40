package dev.restorer.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.MetadataRule;
import dev.restorer.cli.text.DisplayWidth;
import dev.restorer.cli.text.Style;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerWalkTest {

    private static LayerWalk walk(String name, boolean contents) {
        return LayerWalk.of(Plans.explanation(Plans.ofFourLayers(), contents), name)
                .orElseThrow();
    }

    private static List<String> text(String name, int width) {
        List<String> lines = new ArrayList<>();
        WalkText.print(walk(name, true), width, Style.PLAIN, lines::add);
        return lines;
    }

    @Test
    void eachRuleHasItsAnswerAndItsSection() {
        assertThat(text("example/node:tmp", 80))
                .containsExactly(
                        "Layer tmp of example/node 1.0 (Buildpack API 0.10)",
                        "",
                        "Metadata in the app image: build, sha256:1",
                        "  yes  layers are not skipped (skip-layers=false)",
                        "       (Platform specification, restorer, Outputs)",
                        "  no   it is a launch layer (launch=true in the app metadata)",
                        "       (Buildpack specification, Layer Types, Launch Layers)",
                        "  => not restored: not a launch layer (launch=false in the app metadata)",
                        "",
                        "Metadata in the cache: not listed",
                        "  => not restored: the cache does not list it",
                        "",
                        "Contents:",
                        "  => none: its metadata is not restored",
                        "",
                        "Result: metadata not restored, contents none");
    }

    @Test
    void theStepsAreThoseOfTheDecision() {
        LayerWalk walk = walk("example/node:deps", true);
        assertThat(walk.parts()).extracting(LayerWalk.Part::restored).containsExactly(true, false, true);
        assertThat(walk.parts().get(1).steps())
                .last()
                .satisfies(step -> assertThat(step.rule()).isEqualTo(MetadataRule.CACHE_NOT_LEFT_TO_APP));
        assertThat(walk.result()).isEqualTo("metadata restored from the app image, contents restored");
    }

    @Test
    void aRemovedLayerAndOneThatIsNotCachedHaveTheirOutcome() {
        assertThat(walk("example/node:npm", true).result()).isEqualTo("removed, with its metadata");
        assertThat(walk("example/node:web", true).parts().get(2).outcome())
                .isEqualTo("kept: no cached layer, so no contents are looked up in the cache");
    }

    @Test
    void withMetadataOnlyContentsAreLeftOut() {
        LayerWalk walk = walk("example/node:npm", false);
        assertThat(walk.parts()).hasSize(2);
        assertThat(walk.result()).isEqualTo("metadata restored from the cache");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 200})
    void noLineIsWiderThanTheTerminal(int width) {
        assertThat(text("example/node:npm", width))
                .allSatisfy(line -> assertThat(DisplayWidth.of(line)).as(line).isLessThanOrEqualTo(width));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example/node:none", "example/node", "deps", ":deps", ""})
    void aNameThatNothingListsHasNoRules(String name) {
        assertThat(LayerWalk.of(Plans.explanation(Plans.ofFourLayers(), true), name))
                .isEmpty();
    }

    @Test
    void inMarkdownTheStepsAreANumberedList() {
        List<String> lines = new ArrayList<>();
        WalkMarkdown.print(walk("example/node:tmp", true), lines::add);
        assertThat(lines)
                .startsWith("### Layer tmp of example/node 1.0 (Buildpack API 0.10)")
                .contains("1. **no** it is a launch layer (launch=true in the app metadata)"
                        + " — *Buildpack specification, Layer Types, Launch Layers*");
    }
}
