package dev.restorer.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URI;
import java.net.URISyntaxException;

/** An application without images does not need their module, which uses the API alone. */
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

    /** A reference is parsed without a look at what it names. A URI only parses. */
    @ArchTest
    static final ArchRule referencesReachNoFileAndNoNetwork = noClasses()
            .that()
            .resideInAPackage("dev.restorer.images.reference..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "org.slf4j..")
                    .and(not(belongToAnyOf(URI.class, URISyntaxException.class))));
}
