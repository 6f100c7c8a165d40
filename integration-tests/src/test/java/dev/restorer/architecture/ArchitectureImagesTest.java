package dev.restorer.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Whoever has no images needs nothing of them, and images are known by the API alone. */
@AnalyzeClasses(packages = "dev.restorer", importOptions = DoNotIncludeTests.class)
class ArchitectureImagesTest {

    @ArchTest
    static final ArchRule nobodyReachesImages = noClasses()
            .that()
            .resideOutsideOfPackage(Names.IMAGES)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(Names.IMAGES);

    @ArchTest
    static final ArchRule imagesReachTheApiAlone = noClasses()
            .that()
            .resideInAPackage(Names.IMAGES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Names.CORE, Names.STORES, Names.FILES, Names.COMMAND);

    /** A reference is read without reaching anything. */
    @ArchTest
    static final ArchRule referencesReachNoFileAndNoNetwork = noClasses()
            .that()
            .resideInAPackage("dev.restorer.images.reference..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "org.slf4j..");
}
