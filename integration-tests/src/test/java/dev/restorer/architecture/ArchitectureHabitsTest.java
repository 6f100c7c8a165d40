package dev.restorer.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Optional;

/** Rules for every class. */
@AnalyzeClasses(packages = "dev.restorer", importOptions = DoNotIncludeTests.class)
class ArchitectureHabitsTest {

    @ArchTest
    static final ArchRule onlyTheCommandsMainKnowsTheConsole = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.restorer.cli.Main")
            .should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule noExceptionIsGeneric = noClasses().should(GenericExceptions.MAKE_ONE);

    @ArchTest
    static final ArchRule noFieldIsAnOptional = noFields().should().haveRawType(are(type(Optional.class)));

    @ArchTest
    static final ArchRule noClassReachesOutWhenItIsLoaded = noClasses()
            .that()
            .resideOutsideOfPackage("dev.restorer.fixtures..")
            .should(StaticInitializer.REACH_FILES_OR_THE_NETWORK);

    /** Time that is waited for is measured by {@link System#nanoTime()}, which never goes back. */
    @ArchTest
    static final ArchRule noClassAsksForTheTimeOfDay =
            noClasses().that().resideOutsideOfPackage("dev.restorer.fixtures..").should(TimeOfDay.BE_ASKED_FOR);

    @ArchTest
    static final ArchRule everyPackageSaysWhatMayBeNull = classes().should(NullMarkedPackage.BE_IN_ONE);
}
