package dev.restorer.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.ApiVersion;
import dev.restorer.core.decision.RunImagePlan.Action;
import dev.restorer.core.decision.RunImagePlan.Nothing;
import dev.restorer.core.decision.RunImagePlan.Recorded;
import dev.restorer.core.metadata.RunImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseImageRulesTest {

    private static final RunImage RUN = new RunImage("r.example/run:1", "r.example/run@sha256:1", false, false);

    private static BaseImageFacts facts(String api, boolean hasExtensions, RunImage run, String mode) {
        return new BaseImageFacts(
                ApiVersion.parse(api).orElseThrow(),
                hasExtensions,
                false,
                run,
                mode.equals("daemon"),
                mode.equals("layout"));
    }

    private static RunImagePlan plan(String api, RunImage run, String mode) {
        return BaseImageRules.plan(facts(api, true, run, mode)).runImage();
    }

    @ParameterizedTest(name = "{0}, target {1}, extend {2}, {3}")
    @CsvSource({
        "0.10, false, false, registry, RECORD,      false",
        "0.10, false, true,  registry, RECORD,      false",
        "0.11, false, false, registry, RECORD,      false",
        "0.12, false, false, registry, RECORD,      true",
        "0.12, false, true,  registry, EXTEND,      true",
        "0.12, true,  true,  registry, EXTEND,      true",
        "0.12, false, false, daemon,   RECORD_NAME, true",
        "0.12, true,  true,  daemon,   EXTEND,      true",
        "0.11, false, false, daemon,   RECORD,      false",
        "0.12, false, false, layout,   RECORD,      true",
        "0.12, false, true,  layout,   RECORD,      true",
        "0.15, false, false, registry, RECORD,      true",
        "0.15, true,  true,  registry, EXTEND,      true",
    })
    void aRunImageThatIsRecorded(
            String api, boolean hasTarget, boolean extend, String mode, Action action, boolean target) {
        BaseImagePlan plan =
                BaseImageRules.plan(facts(api, true, new RunImage("r.example/run:1", "", extend, hasTarget), mode));
        assertThat(plan.runImage()).isInstanceOfSatisfying(Recorded.class, run -> {
            assertThat(run.name()).isEqualTo("r.example/run:1");
            assertThat(run.action()).isEqualTo(action);
            assertThat(run.target()).isEqualTo(target);
        });
        assertThat(plan.isEmpty()).isFalse();
    }

    @ParameterizedTest(name = "{0}, extensions {1}, target {2}, extend {3}, {4}")
    @CsvSource({
        "0.9,  true,  false, false, registry",
        "0.9,  true,  false, true,  registry",
        "0.10, true,  true,  false, registry",
        "0.10, true,  true,  true,  registry",
        "0.10, false, false, false, registry",
        "0.12, true,  true,  false, registry",
        "0.12, false, false, false, registry",
        "0.12, false, false, true,  registry",
        "0.12, true,  true,  false, daemon",
        "0.12, true,  true,  true,  layout",
    })
    void aRunImageThatNeedNotBeRecorded(
            String api, boolean hasExtensions, boolean hasTarget, boolean extend, String mode) {
        RunImage run = new RunImage("r.example/run:1", "", extend, hasTarget);
        assertThat(BaseImageRules.plan(facts(api, hasExtensions, run, mode)))
                .isEqualTo(new BaseImagePlan(false, Nothing.NOT_NEEDED))
                .matches(BaseImagePlan::isEmpty);
    }

    @ParameterizedTest
    @CsvSource({"0.9, false", "0.10, true", "0.15, true"})
    void aBuildImageIsRecordedWithOrWithoutExtensions(String api, boolean recorded) {
        for (boolean hasExtensions : new boolean[] {false, true}) {
            BaseImagePlan plan = BaseImageRules.plan(
                    new BaseImageFacts(ApiVersion.parse(api).orElseThrow(), hasExtensions, true, null, false, false));
            assertThat(plan.buildImage()).isEqualTo(recorded);
            assertThat(plan.isEmpty()).isEqualTo(!recorded);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.13, registry, false", "0.14, registry, true", "0.14, daemon, true", "0.14, layout, false"})
    void anotherNameOfTheRunImageMayBeTaken(String api, String mode, boolean mirrors) {
        assertThat(plan(api, RUN, mode))
                .isInstanceOfSatisfying(
                        Recorded.class, run -> assertThat(run.mirrors()).isEqualTo(mirrors));
    }

    @Test
    void aRunImageWithoutANameIsFoundByItsReference() {
        RunImage run = new RunImage("", "r.example/run@sha256:1", false, false);
        assertThat(plan("0.10", run, "registry"))
                .isEqualTo(new Recorded("r.example/run@sha256:1", Action.RECORD, false, false));
    }

    @Test
    void theReferenceOfAnImageInADaemonIsNoName() {
        RunImage run = new RunImage("", "4ab5", false, false);
        assertThat(plan("0.12", run, "daemon")).isEqualTo(Nothing.UNNAMED);
    }

    @ParameterizedTest
    @CsvSource({"0.9, true, NOT_NEEDED", "0.10, true, UNNAMED", "0.12, true, UNNAMED", "0.12, false, NOT_NEEDED"})
    void withoutARunImageOnlyExtensionsMissIt(String api, boolean hasExtensions, Nothing plan) {
        BaseImageFacts facts =
                new BaseImageFacts(ApiVersion.parse(api).orElseThrow(), hasExtensions, true, null, false, false);
        assertThat(BaseImageRules.plan(facts).runImage()).isEqualTo(plan);
    }

    @Test
    void aRunImageWithNeitherIsUnnamed() {
        BaseImagePlan plan = BaseImageRules.plan(facts("0.12", true, new RunImage("", "", true, false), "registry"));
        assertThat(plan.runImage()).isEqualTo(Nothing.UNNAMED);
        assertThat(plan.isEmpty()).isTrue();
    }
}
