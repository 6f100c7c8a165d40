package dev.restorer.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.files.LayersDirectoryNames;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FileNameConflictsPropertyTest {

    @Provide
    Arbitrary<Set<String>> layers() {
        Arbitrary<String> parts = Arbitraries.of("x", "store", "sbom", ".toml", ".sha", ".sbom.json", ".sbom", ".json");
        Arbitrary<String> names = parts.list().ofMinSize(1).ofMaxSize(4).map(each -> String.join("", each));
        return names.set().ofMaxSize(40);
    }

    @Property
    void aLayerIsInConflictIfALayerWithoutOneHasAFileOfItsName(@ForAll("layers") Set<String> layers) {
        assertThat(FileNameConflicts.of(layers))
                .isEqualTo(layers.stream()
                        .filter(layer -> isFileName(layer, layers))
                        .collect(Collectors.toSet()));
    }

    private static boolean isFileName(String name, Set<String> layers) {
        return LayersDirectoryNames.isOfBuildpack(name)
                || LayersDirectoryNames.layersOf(name).stream()
                        .anyMatch(owner -> layers.contains(owner) && !isFileName(owner, layers));
    }
}
