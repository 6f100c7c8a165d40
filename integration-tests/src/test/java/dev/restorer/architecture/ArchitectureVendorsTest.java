package dev.restorer.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The types of a library stay in the packages that use it. */
@AnalyzeClasses(packages = "dev.restorer", importOptions = DoNotIncludeTests.class)
class ArchitectureVendorsTest {

    @ArchTest
    static final ArchRule jacksonStaysWhereFormatsAre = noClasses()
            .that()
            .resideOutsideOfPackages(Names.FORMATS, Names.IMAGE_FORMATS, Names.REPORT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tools.jackson..");

    /** A report is written token by token, without binding to types, which would take time at the start. */
    @ArchTest
    static final ArchRule theReportNeedsJacksonsCoreAlone = noClasses()
            .that()
            .resideInAPackage(Names.REPORT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson.databind..", "tools.jackson.dataformat..");

    @ArchTest
    static final ArchRule tomljStaysWhereFormatsAre = noClasses()
            .that()
            .resideOutsideOfPackages(Names.FORMATS, Names.FIXTURES)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tomlj..");

    /** Everything else knows a cache by its interface, wherever it is. */
    @ArchTest
    static final ArchRule onlyTheReaderKnowsTheCacheInADirectory = noClasses()
            .that()
            .resideOutsideOfPackage(Names.CACHE)
            .and()
            .doNotHaveFullyQualifiedName("dev.restorer.core.engine.FileMetadataReader")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(Names.CACHE);

    /** A format is read and written without knowing what it is about. */
    @ArchTest
    static final ArchRule formatsKnowNothingElseOfTheEngine = noClasses()
            .that()
            .resideInAPackage(Names.FORMATS)
            .should()
            .dependOnClassesThat(resideInAPackage(Names.CORE).and(not(resideInAPackage(Names.FORMATS))));

    @ArchTest
    static final ArchRule zstdStaysWhereContentsAreDecompressed = noClasses()
            .that()
            .resideOutsideOfPackage(Names.CONTENTS + ".compression..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.github.luben..");

    @ArchTest
    static final ArchRule jedisStaysInTheRedisStore = noClasses()
            .that()
            .resideOutsideOfPackage(Names.REDIS_STORE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("redis.clients..");

    @ArchTest
    static final ArchRule httpStaysInTheRegistry = noClasses()
            .that()
            .resideOutsideOfPackage(Names.REGISTRY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hc..", "java.net.http..");

    @ArchTest
    static final ArchRule picocliStaysInTheCommand = noClasses()
            .that()
            .resideOutsideOfPackage(Names.COMMAND)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");
}
