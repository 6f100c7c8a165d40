package dev.restorer.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** No cycle of packages, so that each can be understood without those that use it. */
@AnalyzeClasses(packages = "dev.restorer", importOptions = DoNotIncludeTests.class)
class ArchitectureCyclesTest {

    @ArchTest
    static final ArchRule noTwoPackagesNeedEachOther =
            slices().assignedFrom(new EveryPackage()).should().beFreeOfCycles();
}
