package dev.restorer.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.ContentsDecision;
import dev.restorer.api.ContentsReason;
import dev.restorer.api.ContentsRule;
import dev.restorer.api.DecisionRule;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerId;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.MetadataRule;
import dev.restorer.api.MetadataSource;
import dev.restorer.api.Reason;
import dev.restorer.api.RuleStep;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The steps of a decision agree with the rules that made it. */
class DecisionStepsTest {

    private static final LayerId ID = new LayerId("a/b", "x");

    private static List<LayerTypes> allTypes() {
        List<LayerTypes> all = new ArrayList<>();
        for (int bits = 0; bits < 8; bits++) {
            all.add(LayerTypes.of((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0));
        }
        return all;
    }

    private static List<RuleStep> steps(MetadataSource source, Reason reason) {
        return new LayerDecision(ID, source, LayerMetadata.of("").build(), reason).steps();
    }

    /** Whether each rule is true of a layer. */
    private static Map<DecisionRule, Boolean> appTruths(LayerTypes app, @Nullable LayerTypes cache) {
        boolean cached = cache != null && cache.cache();
        return Map.of(
                MetadataRule.APP_LAUNCH, app.launch(),
                MetadataRule.APP_CACHED_FOR_BUILD, !app.build() || app.cache(),
                MetadataRule.APP_CACHED_IN_BOTH, !app.cache() || cached);
    }

    private static void assertTrue(List<RuleStep> steps, Map<DecisionRule, Boolean> truths, boolean restored) {
        assertThat(steps)
                .filteredOn(step -> truths.containsKey(step.rule()))
                .isNotEmpty()
                .allSatisfy(step ->
                        assertThat(step.holds()).as(step.rule().toString()).isEqualTo(truths.get(step.rule())));
        assertThat(steps.stream().allMatch(RuleStep::holds)).isEqualTo(restored);
        if (restored) {
            assertThat(steps).extracting(RuleStep::rule).containsAll(truths.keySet());
        }
    }

    @Test
    void theStepsForTheAppImageSayWhatIsTrueOfTheLayer() {
        List<@Nullable LayerTypes> inCache = new ArrayList<>(allTypes());
        inCache.add(null);
        for (LayerTypes app : allTypes()) {
            for (LayerTypes cache : inCache) {
                Reason reason = LayerRules.fromAppImage(app, cache);
                assertTrue(steps(MetadataSource.APP_IMAGE, reason), appTruths(app, cache), reason.restored());
            }
        }
    }

    @Test
    void theStepsForTheCacheSayWhatIsTrueOfTheLayer() {
        for (LayerTypes cache : allTypes()) {
            for (int bits = 0; bits < 4; bits++) {
                boolean inApp = (bits & 1) != 0;
                boolean since14 = (bits & 2) != 0;
                Reason reason = LayerRules.fromCache(cache, inApp, since14);
                Map<DecisionRule, Boolean> truths = Map.of(
                        MetadataRule.CACHE_CACHED,
                        cache.cache(),
                        MetadataRule.CACHE_NOT_LEFT_TO_APP,
                        !cache.launch() || (since14 && !inApp));
                assertTrue(steps(MetadataSource.CACHE, reason), truths, reason.restored());
            }
        }
    }

    @Test
    void everyReasonNotToRestoreIsTheLastStepAndTheOnlyOneThatDoesNotHold() {
        Map<Reason, MetadataRule> last = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            MetadataSource source = reason.name().startsWith("CACHE") ? MetadataSource.CACHE : MetadataSource.APP_IMAGE;
            List<RuleStep> steps = steps(source, reason);
            if (reason.restored()) {
                assertThat(steps).allMatch(RuleStep::holds);
            } else {
                assertThat(steps).filteredOn(step -> !step.holds()).containsExactly(steps.get(steps.size() - 1));
                last.put(reason, (MetadataRule) steps.get(steps.size() - 1).rule());
            }
        }
        assertThat(last.values()).doesNotHaveDuplicates().hasSize(MetadataRule.values().length);
    }

    @Test
    void aNameIsCheckedAfterTheRulesOfTheSpecification() {
        assertThat(steps(MetadataSource.APP_IMAGE, Reason.UNSAFE_LAYER_NAME))
                .extracting(RuleStep::rule)
                .containsExactly(
                        MetadataRule.NOT_SKIPPED,
                        MetadataRule.APP_LAUNCH,
                        MetadataRule.APP_CACHED_FOR_BUILD,
                        MetadataRule.APP_CACHED_IN_BOTH,
                        MetadataRule.SAFE_BUILDPACK_ID,
                        MetadataRule.NOT_RESERVED,
                        MetadataRule.SAFE_LAYER_NAME);
    }

    private static List<RuleStep> contentsSteps(ContentsReason reason) {
        return new ContentsDecision(ID, reason, "sha256:1", "sha256:1").steps();
    }

    @Test
    void theStepsForContentsEndWithTheirReason() {
        assertThat(contentsSteps(ContentsReason.SAME_DIFF_ID))
                .containsExactly(
                        new RuleStep(ContentsRule.CACHED, true),
                        new RuleStep(ContentsRule.IN_CACHE, true),
                        new RuleStep(ContentsRule.SAME_DIFF_ID, true));
        assertThat(contentsSteps(ContentsReason.WRONG_SHA)).endsWith(new RuleStep(ContentsRule.SAME_DIFF_ID, false));
        assertThat(contentsSteps(ContentsReason.NOT_IN_CACHE)).endsWith(new RuleStep(ContentsRule.IN_CACHE, false));
        assertThat(contentsSteps(ContentsReason.UNREADABLE_FILE))
                .endsWith(new RuleStep(ContentsRule.READABLE_FILE, false));
        assertThat(contentsSteps(ContentsReason.OVERLAPPING_LAYER_NAME))
                .containsExactly(new RuleStep(ContentsRule.CACHED, true), new RuleStep(ContentsRule.NO_OVERLAP, false));
    }
}
