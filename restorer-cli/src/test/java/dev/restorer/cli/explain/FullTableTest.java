package dev.restorer.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.ContentsReason;
import dev.restorer.api.Reason;
import dev.restorer.api.RestorePlan;
import dev.restorer.cli.text.DisplayWidth;
import dev.restorer.cli.text.Style;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FullTableTest {

    private static List<String> lines(RestorePlan plan, int width, boolean contents, Style style) {
        List<String> lines = new ArrayList<>();
        FullTable.print(Plans.explanation(plan, contents), width, style, lines::add);
        return lines;
    }

    private static List<String> lines(int width) {
        return lines(Plans.ofFourLayers(), width, true, Style.PLAIN);
    }

    @Test
    void eachLayerHasItsTypesInBothSourcesWhatIsRestoredItsContentsAndTheReason() {
        assertThat(lines(80))
                .startsWith(
                        "Layer   App image  Cache   Metadata   Contents",
                        "example/node 1.0 (Buildpack API 0.10)",
                        "  deps  -lc        -lc     app image  restored",
                        "      a launch layer of the app image; the cache has the contents that its",
                        "      metadata is about",
                        "  npm   absent     --c     cache      removed",
                        "      a cached layer (cache=true in the cache metadata); the cache has other",
                        "      contents than its metadata is about",
                        "  tmp   b--        absent  -          none",
                        "      not a launch layer (launch=false in the app metadata)",
                        "  web   -l-        absent  app image  kept",
                        "      a launch layer of the app image")
                .contains(
                        "store.toml of example/node: restored from app image",
                        "SBOM files of cached layers: restored from the cache",
                        "SBOM files of launch layers: restored if the analyzer left any")
                .endsWith(
                        "4 layers: 2 restored from the app image, 1 from the cache, 1 not restored;",
                        "    contents: 1 restored, 1 removed, 1 kept, 1 none.");
    }

    @Test
    void onAWideTerminalTheReasonIsAColumn() {
        assertThat(lines(100))
                .startsWith(
                        "Layer   App image  Cache   Metadata   Contents  Why",
                        "example/node 1.0 (Buildpack API 0.10)",
                        "  deps  -lc        -lc     app image  restored  a launch layer of the app image; the cache has the",
                        "                                                contents that its metadata is about");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 59, 60, 80, 93, 94, 120, 200})
    void noLineIsWiderThanTheTerminal(int width) {
        String name = "layer-名前-" + "x".repeat(150);
        RestorePlan plan = Plans.plan(
                List.of(
                        Plans.app(name, "blc", Reason.APP_NOT_IN_CACHE),
                        Plans.app("a name of words", "blc", Reason.APP_LAUNCH_FALSE)),
                List.of());
        assertThat(lines(plan, width, true, Style.PLAIN))
                .allSatisfy(line -> assertThat(DisplayWidth.of(line)).as(line).isLessThanOrEqualTo(width));
        assertThat(String.join("", lines(plan, width, true, Style.PLAIN)).replace(" ", ""))
                .as("nothing is left out")
                .contains(Reason.APP_NOT_IN_CACHE.description().replace(" ", ""));
    }

    @Test
    void onANarrowTerminalALayerIsAParagraph() {
        assertThat(lines(50))
                .startsWith(
                        "example/node 1.0 (Buildpack API 0.10)",
                        "  deps",
                        "      app image -lc, cache -lc, metadata app",
                        "      image, contents restored: a launch layer of");
    }

    @Test
    void withMetadataOnlyThereIsNothingAboutContents() {
        assertThat(lines(Plans.ofFourLayers(), 80, false, Style.PLAIN))
                .startsWith("Layer   App image  Cache   Metadata   Why")
                .noneMatch(line -> line.contains("ontents") || line.contains("SBOM") || line.contains("already in"))
                .endsWith("4 layers: 2 restored from the app image, 1 from the cache, 1 not restored.");
    }

    @Test
    void aRestoredLayerIsGreenAndARemovedOneRed() {
        assertThat(lines(Plans.ofFourLayers(), 80, true, Style.COLORED))
                .contains(
                        "  deps  -lc        -lc     \u001b[32mapp image\u001b[0m  \u001b[32mrestored\u001b[0m",
                        "  npm   absent     --c     \u001b[32mcache\u001b[0m      \u001b[31mremoved\u001b[0m");
    }

    @Test
    void controlCharactersOfANameDoNotReachTheTerminal() {
        assertThat(lines(Plans.ofLayer("\u001b[31mred\n"), 80, true, Style.PLAIN))
                .anyMatch(line -> line.startsWith("  \"\\x1b[31mred\\n\""))
                .noneMatch(line -> line.contains("\u001b"));
    }

    @Test
    void theAbsenceOfLayersIsStated() {
        assertThat(lines(new RestorePlan(false, List.of(), null, true), 80, true, Style.PLAIN))
                .startsWith("Neither the app image nor the cache lists a layer of the buildpacks in the")
                .endsWith(
                        "0 layers: 0 restored from the app image, 0 from the cache, 0 not restored;",
                        "    contents: 0 restored, 0 removed, 0 kept, 0 none.");
    }

    @Test
    void withoutALayerOfTheGroupTheBuildpacksThatHaveSomeAreNamed() {
        List<String> lines = new ArrayList<>();
        RestorePlan none = new RestorePlan(false, List.of(), null, true);
        List<String> listed = List.of("a/1", "a/2", "a\n3", "a/4", "a/5", "a/6", "a/7");
        FullTable.print(Plans.explanation(none, true, listed), 200, Style.PLAIN, lines::add);
        assertThat(lines)
                .contains("Neither the app image nor the cache lists a layer of the buildpacks in the group. They list"
                        + " layers of these buildpacks: a/1, a/2, \"a\\n3\", a/4, a/5 and 2 more.");
    }

    @Test
    void theReasonOfContentsIsThatOfThePlan() {
        assertThat(String.join(" ", lines(200))).contains(ContentsReason.WRONG_SHA.description());
    }
}
