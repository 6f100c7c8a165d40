package dev.restorer.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Deciding is pure: facts in, plan out. */
@AnalyzeClasses(packages = "dev.restorer", importOptions = DoNotIncludeTests.class)
class ArchitectureDecisionTest {

    @ArchTest
    static final ArchRule touchesNoFile = noClasses()
            .that()
            .resideInAPackage(Names.DECISION)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..");

    /** Whether a name is safe depends on its characters alone. */
    @ArchTest
    static final ArchRule knowsOfFilesOnlyWhatTheirNamesMayBe = noClasses()
            .that()
            .resideInAPackage(Names.DECISION)
            .should()
            .dependOnClassesThat(resideInAPackage(Names.FILES)
                    .and(not(nameMatching("dev.restorer.files.(PlainName|LayersDirectoryNames)"))));

    @ArchTest
    static final ArchRule logsNothing = noClasses()
            .that()
            .resideInAPackage(Names.DECISION)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "java.util.logging..");

    @ArchTest
    static final ArchRule knowsNoFormat = noClasses()
            .that()
            .resideInAPackage(Names.DECISION)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson..", "org.tomlj..");

    @ArchTest
    static final ArchRule startsNoThread = noClasses()
            .that()
            .resideInAPackage(Names.DECISION)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.concurrent..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Thread.class, ThreadLocal.class);

    /** {@link System} has the clocks, and properties and variables of the environment, which are no facts either. */
    @ArchTest
    static final ArchRule readsNoClock = noClasses()
            .that()
            .resideInAPackage(Names.DECISION)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.time..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(System.class);
}
