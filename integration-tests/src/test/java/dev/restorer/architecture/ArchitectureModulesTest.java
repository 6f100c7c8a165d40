package dev.restorer.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

/** The rules hold of nothing if the classes that they are about are not looked at. */
@AnalyzeClasses(packages = "dev.restorer", importOptions = DoNotIncludeTests.class)
class ArchitectureModulesTest {

    private static final String[] WITH_CLASSES = {
        "dev.restorer",
        "dev.restorer.api",
        "dev.restorer.formats",
        "dev.restorer.spi",
        "dev.restorer.testing",
        "dev.restorer.vendors",
        "dev.restorer.files",
        "dev.restorer.files.lock",
        "dev.restorer.core.baseimages",
        "dev.restorer.core.cache",
        "dev.restorer.core.contents",
        "dev.restorer.core.contents.compression",
        "dev.restorer.core.contents.digest",
        "dev.restorer.core.contents.failure",
        "dev.restorer.core.contents.pipeline",
        "dev.restorer.core.contents.stream",
        "dev.restorer.core.contents.tar",
        "dev.restorer.core.contents.tree",
        "dev.restorer.core.decision",
        "dev.restorer.core.engine",
        "dev.restorer.core.engine.log",
        "dev.restorer.core.engine.threads",
        "dev.restorer.core.events",
        "dev.restorer.core.formats",
        "dev.restorer.core.formats.json",
        "dev.restorer.core.formats.toml",
        "dev.restorer.core.layersdir",
        "dev.restorer.core.metadata",
        "dev.restorer.core.report",
        "dev.restorer.shastore.memory",
        "dev.restorer.shastore.files",
        "dev.restorer.shastore.redis",
        "dev.restorer.shastore.redis.connection",
        "dev.restorer.shastore.redis.execution",
        "dev.restorer.shastore.redis.settings",
        "dev.restorer.shastore.tck",
        "dev.restorer.layercache.tck",
        "dev.restorer.images",
        "dev.restorer.images.credentials",
        "dev.restorer.images.formats",
        "dev.restorer.images.layout",
        "dev.restorer.images.manifest",
        "dev.restorer.images.reference",
        "dev.restorer.images.registry",
        "dev.restorer.images.registry.address",
        "dev.restorer.images.registry.authorization",
        "dev.restorer.images.registry.failure",
        "dev.restorer.images.registry.http",
        "dev.restorer.images.registry.lifetime",
        "dev.restorer.images.registry.proxy",
        "dev.restorer.images.registry.tls",
        "dev.restorer.cli"
    };

    @ArchTest
    static void everyModuleIsLookedAt(JavaClasses classes) {
        for (String name : WITH_CLASSES) {
            assertThat(classes.that(resideInAPackage(name))).as(name).isNotEmpty();
        }
    }

    @ArchTest
    static void noTestIsLookedAt(JavaClasses classes) {
        assertThat(classes.contain(ArchitectureModulesTest.class)).isFalse();
    }
}
