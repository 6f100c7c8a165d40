package dev.restorer.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayersDirectoryNamesTest {

    @ParameterizedTest
    @CsvSource({"node, node", "example/node, example_node", "a/b/c, a_b_c", "a_b, a_b"})
    void theDirectoryOfABuildpackIsItsIdWithoutSlashes(String id, String directory) {
        assertThat(LayersDirectoryNames.directory(id)).isEqualTo(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deps", "a.b", ".hidden", "x.toml", ""})
    void theLayerOfATomlIsTheOneThatItWasNamedAfter(String layer) {
        String toml = LayersDirectoryNames.toml(layer);
        assertThat(LayersDirectoryNames.isToml(toml)).isTrue();
        assertThat(LayersDirectoryNames.layerOf(toml)).isEqualTo(layer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sbom.cdx.json", "sbom.spdx.json", "sbom.syft.json", "sbom.json", "sbom.myjson"})
    void anSbomFileBeginsWithSbomAndEndsInJson(String file) {
        assertThat(LayersDirectoryNames.isSbom(file)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sbom.toml", "sbomjson", "sbom", "sbom-cdx.json", "xsbom.cdx.json", "sbom.cdx.json.bak", "json"})
    void anyOtherFileIsNoSbomFile(String file) {
        assertThat(LayersDirectoryNames.isSbom(file)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"store.toml", "launch.toml", "build.toml"})
    void theBuildpackWritesThreeFilesItself(String file) {
        assertThat(LayersDirectoryNames.isOfBuildpack(file)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deps.toml", "store", "store.toml.toml", "Store.toml"})
    void theBuildpackDoesNotWriteOtherFiles(String file) {
        assertThat(LayersDirectoryNames.isOfBuildpack(file)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "deps.toml, deps",
        "deps.sha, deps",
        "a.b.toml, a.b",
        "deps.sbom.cdx.json, deps",
        "deps.sbom.json, deps",
        ".toml, ''",
    })
    void aFileOfALayerLeadsBackToIt(String file, String layer) {
        assertThat(LayersDirectoryNames.layersOf(file)).containsExactly(layer);
    }

    @Test
    void anSbomFileWhoseNameIsAmbiguousLeadsToEachLayer() {
        assertThat(LayersDirectoryNames.layersOf("a.sbom.sbom.cdx.json")).containsExactly("a", "a.sbom");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deps", "deps.json", "deps.sbomjson", "sbom.cdx.json", "deps.toml.bak"})
    void anyOtherNameBelongsToNoLayer(String file) {
        assertThat(LayersDirectoryNames.layersOf(file)).isEmpty();
    }

    @Test
    void anSbomFileBesideItsLayerLeadsBackToIt() {
        for (String file : List.of("sbom.cdx.json", "sbom.json", "sbom.toml.json")) {
            assertThat(LayersDirectoryNames.layersOf(LayersDirectoryNames.sbomBeside("deps", file)))
                    .containsExactly("deps");
        }
    }
}
