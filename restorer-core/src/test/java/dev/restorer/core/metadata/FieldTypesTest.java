package dev.restorer.core.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.api.AppMetadata;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.core.formats.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** As in the lifecycle, a document is not used at all if a field has another type, even one that has no effect. */
class FieldTypesTest {

    private static byte[] json(String quotedWithApostrophes) {
        return quotedWithApostrophes.replace('\'', '"').getBytes(UTF_8);
    }

    private static byte[] toml(String lines) {
        return lines.replace(';', '\n').getBytes(UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {'app': {}}                             | "/app" is not an array
                    {'app': [1]}                            | "/app/0" is not an object
                    {'app': [{'sha': 1}]}                   | "/app/0/sha" is not a string
                    {'sbom': []}                            | "/sbom" is not an object
                    {'config': 1}                           | "/config" is not an object
                    {'config': {'SHA': 1}}                  | "/config/SHA" is not a string
                    {'launcher': 'x'}                       | "/launcher" is not an object
                    {'process-types': []}                   | "/process-types" is not an object
                    {'Process-Types': []}                   | "/Process-Types" is not an object
                    {'runImage': []}                        | "/runImage" is not an object
                    {'runimage': {'topLayer': 1}}           | "/runimage/topLayer" is not a string
                    {'RunImage': {'TOPLAYER': 1}}           | "/RunImage/TOPLAYER" is not a string
                    {'runImage': {'reference': {}}}         | "/runImage/reference" is not a string
                    {'runImage': {'image': true}}           | "/runImage/image" is not a string
                    {'runImage': {'mirrors': 'x'}}          | "/runImage/mirrors" is not an array
                    {'runImage': {'mirrors': [1]}}          | "/runImage/mirrors/0" is not a string
                    {'stack': []}                           | "/stack" is not an object
                    {'stack': {'runImage': 1}}              | "/stack/runImage" is not an object
                    {'stack': {'RUNIMAGE': {'image': 1}}}   | "/stack/RUNIMAGE/image" is not a string
                    {'stack': {'runImage': {'mirrors': 1}}} | "/stack/runImage/mirrors" is not an array
                    {'buildpacks': [{'version': 1}]}        | "/buildpacks/0/version" is not a string
                    """)
    void aLabelWithAnotherTypeIsAnError(String label, String why) {
        assertThatThrownBy(() -> LabelJson.parse(json(label)))
                .isInstanceOf(FormatException.class)
                .hasMessage(why.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'app': null, 'config': null, 'launcher': null, 'process-types': null, 'runImage': null, 'stack': null}",
                "{'app': [null, {}, {'sha': null}], 'config': {}, 'launcher': {'sha': null}, 'process-types': {}}",
                "{'runImage': {'topLayer': null, 'reference': null, 'image': null, 'mirrors': null}}",
                "{'runImage': {'mirrors': [null, 'x'], 'other': 1}, 'stack': {'runImage': null, 'other': 1}}",
                "{'stack': {'runImage': {'reference': 1, 'topLayer': 1}}}",
                "{'buildpacks': [{'version': null}]}"
            })
    void nullsAndUnknownFieldsOfALabelAreAccepted(String label) {
        assertThat(LabelJson.parse(json(label))).isNotNull();
    }

    @Test
    void theMetadataOfACacheMustHaveTheVersionOfABuildpackAsAString() {
        assertThatThrownBy(() -> CacheJson.parse(json("{'buildpacks': [{'key': 'bp', 'version': 1}]}")))
                .hasMessage("\"/buildpacks/0/version\" is not a string");
    }

    @Test
    void theMetadataOfACacheHasNoneOfTheFieldsThatOnlyLabelsHave() {
        assertThat(CacheJson.parse(json(
                                "{'app': 1, 'config': 1, 'runImage': 1, 'stack': 1, 'buildpacks': [{'key': 'bp'}]}"))
                        .buildpacks())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    image = 'x'                                    | image is not a table
                    [image];reference = 1                          | image.reference is not a string
                    build-image = 1                                | build-image is not a table
                    [build-image];reference = 1                    | build-image.reference is not a string
                    run-image = 1                                  | run-image is not a table
                    [run-image];reference = 1                      | run-image.reference is not a string
                    [run-image];image = 1                          | run-image.image is not a string
                    [run-image];extend = 1                         | run-image.extend is not a boolean
                    [run-image];target = 1                         | run-image.target is not a table
                    [run-image.target];id = 1                      | run-image.target.id is not a string
                    [run-image.target];os = 1                      | run-image.target.os is not a string
                    [run-image.target];arch = 1                    | run-image.target.arch is not a string
                    [run-image.target];arch-variant = 1            | run-image.target.arch-variant is not a string
                    [run-image.target];distro = 1                  | run-image.target.distro is not a table
                    [run-image.target.distro];name = 1             | run-image.target.distro.name is not a string
                    [run-image.target.distro];version = 1          | run-image.target.distro.version is not a string
                    [metadata];app = {}                            | metadata.app is not an array
                    [[metadata.app]];sha = 1                       | metadata.app[0].sha is not a string
                    [metadata];sbom = 1                            | metadata.sbom is not a table
                    [metadata];config = 1                          | metadata.config is not a table
                    [metadata.Config];Sha = 1                      | metadata.config.sha is not a string
                    [metadata];launcher = 1                        | metadata.launcher is not a table
                    [metadata];process-types = []                  | metadata.process-types is not a table
                    [metadata.run-image];top-layer = 1             | metadata.run-image.top-layer is not a string
                    [metadata.run-image];reference = 1             | metadata.run-image.reference is not a string
                    [metadata.run-image];image = 1                 | metadata.run-image.image is not a string
                    [metadata.run-image];mirrors = 'x'             | metadata.run-image.mirrors is not an array
                    [metadata];stack = []                          | metadata.stack is not a table
                    [metadata.stack];run-image = 1                 | metadata.stack.run-image is not a table
                    [metadata.stack.run-image];mirrors = [1]       | metadata.stack.run-image.mirrors has an element that is not a string
                    [[metadata.buildpacks]];version = 1            | metadata.buildpacks[0].version is not a string
                    """)
    void anAnalyzedTomlWithAnotherTypeIsAnError(String analyzed, String why) {
        assertThatThrownBy(() -> AnalyzedToml.parse(toml(analyzed)))
                .isInstanceOf(FormatException.class)
                .hasMessage(why.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"layers = 'x'", "layers = []", "layers = 1", "store = {metadata = 'x'}"})
    void aMapOfAnalyzedTomlWithAnotherTypeIsSkipped(String field) {
        AppMetadata app = AnalyzedToml.parse(
                toml("[[metadata.buildpacks]];key = 'a';" + field + ";[[metadata.buildpacks]];key = 'b'"));
        assertThat(app.buildpacks()).extracting(BuildpackMetadata::id).containsExactly("a", "b");
        assertThat(app.buildpacks().get(0).layers()).isEmpty();
    }

    @Test
    void baseImagesAreNotRecordedInAnAnalyzedTomlWithAnotherType() {
        assertThatThrownBy(() -> AnalyzedDocument.parse(toml("[metadata];config = 1")))
                .hasMessage("metadata.config is not a table");
    }

    @Test
    void unknownFieldsOfAnAnalyzedTomlAreAccepted() {
        assertThat(AnalyzedToml.parse(
                                toml(
                                        "stack = 1;[metadata];other = 1;[metadata.stack.run-image];reference = 1;[[metadata.buildpacks]]"))
                        .buildpacks())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [[group]];homepage = 1             | group[0].homepage is not a string
                    [[group]];optional = 'x'           | group[0].optional is not a boolean
                    [[group-extensions]];id = 1        | group-extensions[0].id is not a string
                    [[group-extensions]];homepage = [] | group-extensions[0].homepage is not a string
                    """)
    void aGroupWithAnotherTypeIsAnError(String group, String why) {
        assertThatThrownBy(() -> GroupToml.parse(toml(group)))
                .isInstanceOf(FormatException.class)
                .hasMessage(why.strip());
    }

    @Test
    void aLayerIsNamedWithAllThatLeadsToIt() {
        assertThatThrownBy(() -> AnalyzedToml.parse(toml(
                        "[[metadata.buildpacks]];[[metadata.buildpacks]];[metadata.buildpacks.layers.'a b'];sha = 1")))
                .hasMessage("metadata.buildpacks[1].layers.\"a b\".sha is not a string");
    }
}
