package dev.restorer.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.restorer.core.contents.tree.planted.TreeThatReachesATar;
import dev.restorer.core.decision.planted.DecisionThatTouchesEverything;
import dev.restorer.core.engine.planted.EngineThatReachesATar;
import dev.restorer.core.engine.planted.EngineThatReachesImages;
import dev.restorer.core.engine.planted.EngineThatReachesTheApi;
import dev.restorer.core.formats.planted.FormatThatReachesTheEngine;
import dev.restorer.images.reference.planted.ReferenceThatReachesTheNetwork;
import dev.restorer.spi.planted.ApiThatReachesTheEngine;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule detects a violation: these classes violate them. */
class ArchitectureRulesSeeViolationsTest {

    static Stream<ArchRule> rulesOfDecisionsAndHabits() {
        return Stream.of(
                ArchitectureDecisionTest.touchesNoFile,
                ArchitectureDecisionTest.knowsOfFilesOnlyWhatTheirNamesMayBe,
                ArchitectureDecisionTest.logsNothing,
                ArchitectureDecisionTest.knowsNoFormat,
                ArchitectureDecisionTest.startsNoThread,
                ArchitectureDecisionTest.readsNoClock,
                ArchitectureHabitsTest.onlyTheCommandsMainKnowsTheConsole,
                ArchitectureHabitsTest.noExceptionIsGeneric,
                ArchitectureHabitsTest.noFieldIsAnOptional,
                ArchitectureHabitsTest.noClassAsksForTheTimeOfDay,
                ArchitectureHabitsTest.everyPackageSaysWhatMayBeNull);
    }

    static Stream<ArchRule> rulesBetweenModules() {
        return Stream.of(
                ArchitectureApiTest.reachesNoOtherModule,
                ArchitectureApiTest.needsTheJdkAndItsAnnotationsAlone,
                ArchitectureCyclesTest.noTwoPackagesNeedEachOther,
                ArchitectureVendorsTest.tomljStaysWhereFormatsAre,
                ArchitectureVendorsTest.onlyTheReaderKnowsTheCacheInADirectory,
                ArchitectureVendorsTest.formatsKnowNothingElseOfTheEngine);
    }

    static Stream<ArchRule> rulesOfContents() {
        return Stream.of(
                ArchitectureContentsTest.eachPackageUsesOnlyThoseBelowIt,
                ArchitectureContentsTest.onlyTheExtractionReadsTarsAndWritesTrees);
    }

    static Stream<ArchRule> rulesOfImages() {
        return Stream.of(
                ArchitectureImagesTest.nobodyReachesImages,
                ArchitectureImagesTest.imagesReachTheApiAlone,
                ArchitectureImagesTest.referencesReachNoFileAndNoNetwork,
                ArchitectureVendorsTest.httpStaysInTheRegistry);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rulesOfDecisionsAndHabits")
    void aDecisionThatTouchesEverythingIsSeen(ArchRule rule) {
        assertThat(breaks(rule, DecisionThatTouchesEverything.class)).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rulesBetweenModules")
    void anApiThatReachesTheEngineIsSeen(ArchRule rule) {
        assertThat(breaks(
                        rule,
                        ApiThatReachesTheEngine.class,
                        EngineThatReachesTheApi.class,
                        FormatThatReachesTheEngine.class))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rulesOfContents")
    void aTreeAndAnEngineThatReachATarAreSeen(ArchRule rule) {
        assertThat(breaks(rule, TreeThatReachesATar.class, EngineThatReachesATar.class))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rulesOfImages")
    void aReferenceThatReachesTheNetworkIsSeen(ArchRule rule) {
        assertThat(breaks(rule, ReferenceThatReachesTheNetwork.class, EngineThatReachesImages.class))
                .isTrue();
    }

    private static boolean breaks(ArchRule rule, Class<?>... classes) {
        JavaClasses planted = new ClassFileImporter().importClasses(classes);
        return rule.evaluate(planted).hasViolation();
    }
}
