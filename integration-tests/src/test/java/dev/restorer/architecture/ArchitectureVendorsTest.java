package dev.restorer.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The types of a library stay in the packages that use it. */
@AnalyzeClasses(packages = "dev.restorer", importOptions = DoNotIncludeTests.class)
class ArchitectureVendorsTest {

    @ArchTest
    static final ArchRule jacksonStaysWhereJsonIs = noClasses()
            .that()
            .resideOutsideOfPackages(Names.METADATA, Names.LAYERS_DIRECTORY, Names.COMMAND_REPORT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tools.jackson..");

    /** The command writes its report token by token, which needs no binding to types. */
    @ArchTest
    static final ArchRule theReportNeedsJacksonsCoreAlone = noClasses()
            .that()
            .resideInAPackage(Names.COMMAND)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson.databind..", "tools.jackson.dataformat..");

    @ArchTest
    static final ArchRule tomlStaysWhereTomlIs = noClasses()
            .that()
            .resideOutsideOfPackages(Names.METADATA, Names.LAYERS_DIRECTORY)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tomlj..");

    @ArchTest
    static final ArchRule zstdStaysWhereContentsAre = noClasses()
            .that()
            .resideOutsideOfPackage(Names.CONTENTS)
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
    static final ArchRule picocliStaysInTheCommand = noClasses()
            .that()
            .resideOutsideOfPackage(Names.COMMAND)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");
}
