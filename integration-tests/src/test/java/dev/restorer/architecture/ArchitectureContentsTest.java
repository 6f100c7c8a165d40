package dev.restorer.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages that contents are extracted with. Each has one subject, and uses only those below it. */
@AnalyzeClasses(packages = "dev.restorer", importOptions = DoNotIncludeTests.class)
class ArchitectureContentsTest {

    private static final String TAR = Names.CONTENTS + ".tar..";
    private static final String PIPELINE = Names.CONTENTS + ".pipeline..";
    private static final String COMPRESSION = Names.CONTENTS + ".compression..";
    private static final String STREAM = Names.CONTENTS + ".stream..";
    private static final String TREE = Names.CONTENTS + ".tree..";
    private static final String DIGEST = Names.CONTENTS + ".digest..";
    private static final String FAILURE = Names.CONTENTS + ".failure..";

    /** That each has classes is another test. */
    @ArchTest
    static final ArchRule eachPackageUsesOnlyThoseBelowIt = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("extraction")
            .definedBy(Names.CONTENTS)
            .layer("tar")
            .definedBy(TAR)
            .layer("pipeline")
            .definedBy(PIPELINE)
            .layer("compression")
            .definedBy(COMPRESSION)
            .layer("stream")
            .definedBy(STREAM)
            .layer("tree")
            .definedBy(TREE)
            .layer("digest")
            .definedBy(DIGEST)
            .layer("failure")
            .definedBy(FAILURE)
            .whereLayer("tar")
            .mayOnlyAccessLayers("pipeline", "failure")
            .whereLayer("pipeline")
            .mayOnlyAccessLayers("tree", "digest", "failure")
            .whereLayer("compression")
            .mayOnlyAccessLayers("stream", "failure")
            .whereLayer("stream")
            .mayOnlyAccessLayers("failure")
            .whereLayer("tree")
            .mayOnlyAccessLayers("failure")
            .whereLayer("digest")
            .mayOnlyAccessLayers("failure")
            .whereLayer("failure")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule onlyTheExtractionReadsTarsAndWritesTrees = noClasses()
            .that()
            .resideOutsideOfPackage(Names.CONTENTS + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TAR, COMPRESSION, TREE);
}
