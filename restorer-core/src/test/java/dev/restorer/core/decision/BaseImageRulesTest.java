package dev.restorer.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.ApiVersion;
import dev.restorer.core.decision.BaseImagePlan.Action;
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

    @ParameterizedTest(name = "{0}, extensions {1}, target {2}, extend {3}, {4}")
    @CsvSource({
        "0.9,  true,  false, false, registry, NONE,        false",
        "0.9,  true,  false, true,  registry, NONE,        false",
        "0.10, true,  false, false, registry, RECORD,      false",
        "0.10, true,  false, true,  registry, RECORD,      false",
        "0.10, true,  true,  false, registry, NONE,        false",
        "0.10, true,  true,  true,  registry, NONE,        false",
        "0.10, false, false, false, registry, NONE,        false",
        "0.11, true,  false, false, registry, RECORD,      false",
        "0.12, true,  false, false, registry, RECORD,      true",
        "0.12, true,  true,  false, registry, NONE,        false",
        "0.12, true,  false, true,  registry, EXTEND,      true",
        "0.12, true,  true,  true,  registry, EXTEND,      true",
        "0.12, false, false, false, registry, NONE,        false",
        "0.12, false, false, true,  registry, NONE,        false",
        "0.12, true,  false, false, daemon,   RECORD_NAME, true",
        "0.12, true,  true,  false, daemon,   NONE,        false",
        "0.12, true,  true,  true,  daemon,   EXTEND,      true",
        "0.11, true,  false, false, daemon,   RECORD,      false",
        "0.12, true,  false, false, layout,   RECORD,      true",
        "0.12, true,  false, true,  layout,   RECORD,      true",
        "0.12, true,  true,  true,  layout,   NONE,        false",
        "0.15, true,  false, false, registry, RECORD,      true",
        "0.15, true,  true,  true,  registry, EXTEND,      true",
    })
    void theRunImage(
            String api,
            boolean hasExtensions,
            boolean hasTarget,
            boolean extend,
            String mode,
            Action action,
            boolean target) {
        RunImage run = new RunImage("r.example/run:1", "", extend, hasTarget);
        BaseImagePlan plan = BaseImageRules.plan(facts(api, hasExtensions, run, mode));
        assertThat(plan.runImage()).isEqualTo(action);
        assertThat(plan.target()).isEqualTo(target);
        assertThat(plan.runImageName()).isEqualTo(action == Action.NONE ? "" : "r.example/run:1");
        assertThat(plan.isEmpty()).isEqualTo(action == Action.NONE);
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
        assertThat(BaseImageRules.plan(facts(api, true, RUN, mode)).mirrors()).isEqualTo(mirrors);
    }

    @Test
    void aRunImageWithoutANameIsFoundByItsReference() {
        RunImage run = new RunImage("", "r.example/run@sha256:1", false, false);
        assertThat(BaseImageRules.plan(facts("0.10", true, run, "registry")).runImageName())
                .isEqualTo("r.example/run@sha256:1");
    }

    @Test
    void theReferenceOfAnImageInADaemonIsNoName() {
        RunImage run = new RunImage("", "4ab5", false, false);
        assertThat(BaseImageRules.plan(facts("0.12", true, run, "daemon")).runImage())
                .isEqualTo(Action.UNNAMED);
    }

    @ParameterizedTest
    @CsvSource({"0.9, true, NONE", "0.10, true, UNNAMED", "0.12, true, UNNAMED", "0.12, false, NONE"})
    void withoutARunImageOnlyExtensionsMissIt(String api, boolean hasExtensions, Action action) {
        BaseImageFacts facts =
                new BaseImageFacts(ApiVersion.parse(api).orElseThrow(), hasExtensions, true, null, false, false);
        assertThat(BaseImageRules.plan(facts).runImage()).isEqualTo(action);
    }

    @Test
    void aRunImageWithNeitherIsUnnamed() {
        BaseImagePlan plan = BaseImageRules.plan(facts("0.12", true, new RunImage("", "", true, false), "registry"));
        assertThat(plan.runImage()).isEqualTo(Action.UNNAMED);
        assertThat(plan.isEmpty()).isTrue();
    }
}
