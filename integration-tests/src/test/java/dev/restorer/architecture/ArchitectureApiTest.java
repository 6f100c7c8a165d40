package dev.restorer.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Code that is compiled against the API needs no other module. */
@AnalyzeClasses(packages = "dev.restorer", importOptions = DoNotIncludeTests.class)
class ArchitectureApiTest {

    @ArchTest
    static final ArchRule reachesNoOtherModule = noClasses()
            .that()
            .resideInAnyPackage(Names.API)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Names.CORE, Names.STORES, Names.FILES, Names.IMAGES, Names.COMMAND);

    @ArchTest
    static final ArchRule needsTheJdkAndItsAnnotationsAlone = classes()
            .that()
            .resideInAnyPackage(Names.API)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(Names.API).or(resideInAnyPackage("java..", "org.jspecify..")));
}
