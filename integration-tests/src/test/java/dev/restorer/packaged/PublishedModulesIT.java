package dev.restorer.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What others get from a repository. */
class PublishedModulesIT {

    /** Those who extend the contract bring their own versions of these, which Maven takes from their POM. */
    private static final Set<String> OF_THE_CONTRACT = Set.of("org.junit.jupiter", "org.assertj");

    static List<String> published() {
        return Pom.publishedJars();
    }

    @Test
    void theBomManagesThemAndNoOthers() {
        assertThat(Pom.of("restorer-bom").managedModules()).containsExactlyInAnyOrderElementsOf(published());
    }

    @ParameterizedTest
    @MethodSource("published")
    void theBomManagesTheLibrariesOf(String module) {
        Set<String> managed = Pom.of("restorer-bom").managedLibraries();

        assertThat(Pom.of(module).libraries())
                .filteredOn(library -> !OF_THE_CONTRACT.contains(library.get(0)))
                .allMatch(library -> managed.contains(library.get(1))
                        || managed.stream().anyMatch(group -> library.get(0).startsWith(group)));
    }

    @ParameterizedTest
    @MethodSource("published")
    void noneOfItsModulesIsUnpublished(String module) {
        assertThat(published()).containsAll(Pom.of(module).modules());
    }

    @ParameterizedTest
    @MethodSource("published")
    void itsManifestNamesItAndItsVersion(String module) throws IOException {
        try (JarFile jar = new JarFile(Jars.jar(module).toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();

            assertThat(manifest.getValue("Implementation-Title")).isEqualTo(module);
            assertThat(manifest.getValue("Implementation-Version"))
                    .isEqualTo(Pom.of(module).version());
        }
    }
}
