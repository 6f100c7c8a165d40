package dev.restorer.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The engine and each store know one another by the API alone. */
@AnalyzeClasses(packages = "dev.restorer", importOptions = DoNotIncludeTests.class)
class ArchitectureStoresTest {

    @ArchTest
    static final ArchRule coreReachesNoStore = noClasses()
            .that()
            .resideInAPackage(Names.CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Names.STORES, Names.COMMAND);

    @ArchTest
    static final ArchRule aStoreReachesNoCore = noClasses()
            .that()
            .resideInAPackage(Names.STORES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Names.CORE, Names.COMMAND);

    @ArchTest
    static final ArchRule aStoreReachesNoOtherStore =
            slices().matching("dev.restorer.shastore.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule theCommandReachesTheApiAlone = noClasses()
            .that()
            .resideInAPackage(Names.COMMAND)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Names.CORE, Names.STORES, Names.FILES);
}
