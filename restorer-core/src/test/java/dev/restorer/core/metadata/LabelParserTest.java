package dev.restorer.core.metadata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.MetadataReader;
import dev.restorer.api.AppMetadata;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.Metadata;
import dev.restorer.api.MetadataReadException;
import dev.restorer.api.StoreMetadata;
import dev.restorer.api.UnusableMetadataException;
import dev.restorer.core.engine.FileMetadataReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelParserTest {

    private final MetadataReader reader = new FileMetadataReader();

    private AppMetadata label(String json) {
        return reader.parseLabel(json.getBytes(UTF_8));
    }

    private static BuildpackMetadata only(AppMetadata metadata) {
        assertThat(metadata.buildpacks()).hasSize(1);
        return metadata.buildpacks().get(0);
    }

    private static String text(Metadata.Json json) {
        return new String(json.array(), json.offset(), json.length(), UTF_8).strip();
    }

    private static Metadata json(String json) {
        byte[] utf8 = json.getBytes(UTF_8);
        return Metadata.json(utf8, 0, utf8.length);
    }

    @Test
    void aLayerIsReadWithAllItsFields() {
        var layer = only(label("""
                {"buildpacks": [{"key": "a/b", "version": "1", "layers": {"x": {
                    "data": {"k": [1, {"é": "]}"}]}, "sha": "sha256:1", "build": true, "launch": false, "cache": true}}}]}
                """)).layers().get("x");
        assertThat(layer).isNotNull();
        assertThat(layer.diffId()).isEqualTo("sha256:1");
        assertThat(layer.types()).isEqualTo(LayerTypes.of(true, false, true));
        assertThat(layer.metadata()).isEqualTo(json("{\"k\": [1, {\"é\": \"]}\"}]}"));
        assertThat(reader.value(layer.metadata())).isEqualTo(Map.of("k", List.of(1L, Map.of("é", "]}"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-12.5", "\"text with } and ]\"", "true", "[]", "{}", "[[1 , 2] ]", "\"\\\"\\u00e9\""})
    void dataOfAnyKindIsUnchanged(String data) {
        var layer = only(label("{\"buildpacks\":[{\"layers\":{\"x\":{\"data\": " + data + " ,\"launch\":true}}}]}"))
                .layers()
                .get("x");
        assertThat(layer).isNotNull();
        assertThat(layer.metadata())
                .isInstanceOfSatisfying(
                        Metadata.Json.class, json -> assertThat(text(json)).isEqualTo(data));
        assertThat(layer.types().launch()).isTrue();
    }

    @Test
    void nullsAreReadAsAbsentFields() {
        var buildpack = only(label("""
                {"buildpacks": [{"key": null, "store": null, "layers": {"x": null,
                 "y": {"sha": null, "build": null, "launch": null, "cache": null, "data": null}}}]}"""));
        assertThat(buildpack.id()).isEmpty();
        assertThat(buildpack.store()).isNull();
        assertThat(buildpack.layers()).hasSize(2).allSatisfy((name, layer) -> {
            assertThat(layer.diffId()).isEmpty();
            assertThat(layer.types()).isEqualTo(LayerTypes.of(false, false, false));
            assertThat(layer.metadata()).isEqualTo(Metadata.none());
        });
        assertThat(label("null").buildpacks()).isEmpty();
        assertThat(label("{\"buildpacks\": null}").buildpacks()).isEmpty();
        assertThat(label("{\"buildpacks\": [null]}").buildpacks()).hasSize(1);
    }

    @Test
    void aStoreMayHaveMetadataOrNot() {
        assertThat(only(label("{\"buildpacks\":[{\"store\":{}}]}")).store())
                .isEqualTo(new StoreMetadata(Metadata.none()));
        assertThat(only(label("{\"buildpacks\":[{\"store\":{\"metadata\":null}}]}"))
                        .store())
                .isEqualTo(new StoreMetadata(Metadata.none()));
        StoreMetadata store = only(label("{\"buildpacks\":[{\"store\":{\"other\":1,\"metadata\":{\"a\":1}}}]}"))
                .store();
        assertThat(store).isNotNull();
        assertThat(store.metadata()).isEqualTo(json("{\"a\":1}"));
    }

    @Test
    void theLastOfTwoEntriesOfALayerIsUsed() {
        var layers = only(label("{\"buildpacks\":[{\"layers\":{\"x\":{\"sha\":\"1\"},\"x\":{\"sha\":\"2\"}}}]}"))
                .layers();
        assertThat(layers)
                .hasSize(1)
                .allSatisfy((name, layer) -> assertThat(layer.diffId()).isEqualTo("2"));
    }

    @Test
    void fieldsInAnotherCaseAreReadAsInGo() {
        AppMetadata app = label("""
                {"Buildpacks": [{"KEY": "a/b", "layer\u017f": {"x": {
                    "SHA": "1", "Build": true, "LAUNCH": true, "Cache": true, "Data": {"K": 1}}},
                    "Store": {"Metadata": {"K": 2}}}], "Sbom": {"Sha": "2"}}""");
        var buildpack = only(app);
        var layer = Objects.requireNonNull(buildpack.layers().get("x"));
        assertThat(buildpack.id()).isEqualTo("a/b");
        assertThat(layer.diffId()).isEqualTo("1");
        assertThat(layer.types()).isEqualTo(LayerTypes.of(true, true, true));
        assertThat(layer.metadata()).isEqualTo(json("{\"K\": 1}"));
        assertThat(buildpack.store()).isEqualTo(new StoreMetadata(json("{\"K\": 2}")));
        assertThat(app.sbomDiffId()).isEqualTo("2");
    }

    @Test
    void theNamesOfLayersKeepTheirCase() {
        var layers = only(label("{\"buildpacks\":[{\"layers\":{\"x\":{\"sha\":\"1\"},\"X\":{\"sha\":\"2\"}}}]}"))
                .layers();
        assertThat(layers).containsOnlyKeys("x", "X");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'sha':'1','sha':'2'",
                "'sha':'1','SHA':'2'",
                "'SHA':'1','sha':'2'",
                "'sha':'2','Sha':null",
                "'cache':false,'Cache':true,'sha':'2','cache':null"
            })
    void theLastValueOfAFieldThatIsNotNullIsUsed(String fields) {
        var layer = only(label(("{'buildpacks':[{'layers':{'x':{" + fields + "}}}]}").replace('\'', '"')))
                .layers()
                .get("x");
        assertThat(Objects.requireNonNull(layer).diffId()).isEqualTo("2");
        assertThat(layer.types().cache()).isEqualTo(fields.contains("true"));
    }

    /** Go decodes the second value into the struct that the first one has filled. */
    @ParameterizedTest
    @ValueSource(strings = {"buildpacks", "Buildpacks"})
    void aSecondObjectIsMergedIntoTheFirst(String name) {
        var app = label(
                ("{'buildpacks':[{'key':'a','layers':{'x':{'sha':'1'}},'store':{'metadata':{'k':1}}},{'key':'b'}],'"
                                + name + "':[{'layers':{'x':{'cache':true},'y':{}},'Store':{}}]}")
                        .replace('\'', '"'));
        var buildpack = only(app);
        assertThat(buildpack.id()).isEqualTo("a");
        assertThat(buildpack.layers()).containsOnlyKeys("x", "y");
        assertThat(Objects.requireNonNull(buildpack.layers().get("x")).diffId()).isEmpty();
        assertThat(buildpack.store()).isEqualTo(new StoreMetadata(json("{\"k\":1}")));
    }

    @Test
    void aSecondValueThatIsNullRemovesWhatWasRead() {
        var buildpack = only(label("""
                {"buildpacks": [{"layers": {"x": {"data": 1, "data": null}}, "store": {}, "store": null}]}"""));
        assertThat(Objects.requireNonNull(buildpack.layers().get("x")).metadata())
                .isEqualTo(Metadata.none());
        assertThat(buildpack.store()).isNull();
        assertThat(only(label("{\"buildpacks\":[{\"layers\":{\"x\":{}},\"layers\":null}]}"))
                        .layers())
                .isEmpty();
        assertThat(label("{\"buildpacks\":[{}],\"buildpacks\":null}").buildpacks())
                .isEmpty();
    }

    @Test
    void unknownFieldsOfAnyNameAndSizeAreIgnored() {
        assertThat(label("{\"é\":1,\"buildpacks\":[null]}").buildpacks()).hasSize(1);
        assertThat(label("{\"x\":" + "1".repeat(5_000) + ",\"buildpacks\":[null]}")
                        .buildpacks())
                .hasSize(1);
    }

    @Test
    void theSbomLayerOfTheImageIsRead() {
        assertThat(reader.parseLabel("{\"sbom\":{\"sha\":\"sha256:1\"}}".getBytes(UTF_8))
                        .sbomDiffId())
                .isEqualTo("sha256:1");
        assertThat(reader.parseLabel("{}".getBytes(UTF_8)).sbomDiffId()).isNull();
    }

    @Test
    void theSbomLayerOfTheCacheIsRead() {
        CacheMetadata cache = reader.parseCacheMetadata("{\"sbom\":{\"sha\":\"sha256:1\"}}".getBytes(UTF_8));
        assertThat(cache.sbomDiffId()).isEqualTo("sha256:1");
        assertThat(reader.parseCacheMetadata("{\"sbom\":{\"sha\":\"\"}}".getBytes(UTF_8))
                        .sbomDiffId())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"buildpacks\": [",
                "{\"buildpacks\": [{\"layers\": {\"x\": {\"data\": {\"a\": 1]}}}]}",
                "{} {}",
                "{} x",
                "[]",
                "3",
                "\"text\"",
                "{'a': 1}",
                "{\"a\": 1,}",
                "{\"a\": NaN}",
                "// comment\n{}",
                "{\"buildpacks\": {}}",
                "{\"buildpacks\": [1]}",
                "{\"buildpacks\": [{\"key\": 1}]}",
                "{\"buildpacks\": [{\"layers\": []}]}",
                "{\"buildpacks\": [{\"layers\": {\"x\": []}}]}",
                "{\"buildpacks\": [{\"layers\": {\"x\": {\"launch\": \"yes\"}}}]}",
                "{\"buildpacks\": [{\"layers\": {\"x\": {\"launch\": 1}}}]}",
                "{\"buildpacks\": [{\"layers\": {\"x\": {\"sha\": {}}}}]}",
                "{\"buildpacks\": [{\"store\": 1}]}",
                "{\"buildpacks\": [{\"store\": {\"metadata\": [1]}}]}"
            })
    void anInvalidLabelIsAnErrorOfOneLine(String json) {
        assertThatThrownBy(() -> label(json))
                .isInstanceOf(MetadataReadException.class)
                .hasMessageStartingWith("The label of the previous image cannot be read: ")
                .hasMessageMatching("[^\\n\\r]*");
    }

    @Test
    void aNumberTooLargeForAFloatIsAnErrorWithItsPosition() {
        for (String number : List.of("1e999", "-1E+400", "1" + "0".repeat(400), "1" + "0".repeat(400) + ".5")) {
            assertThatThrownBy(() -> label(
                            "{\"buildpacks\": [{\"layers\": {\"x\": {\"data\": {\"n\": [1, " + number + "]}}}}]}"))
                    .isInstanceOf(UnusableMetadataException.class)
                    .hasMessageContaining(".buildpacks[0].layers.x.data.n[1] is larger than any float");
        }
    }

    @Test
    void aByteOrderMarkIsAnErrorAsInGo() {
        byte[] json = "\uFEFF{\"buildpacks\": [{\"key\": \"bp\"}]}".getBytes(UTF_8);
        String problem = " cannot be read: it does not start like JSON in UTF-8. ";
        assertThatThrownBy(() -> reader.parseLabel(json))
                .isInstanceOf(UnusableMetadataException.class)
                .hasMessageStartingWith("The label of the previous image" + problem);
        assertThatThrownBy(() -> reader.parseCacheMetadata(json))
                .isInstanceOf(UnusableMetadataException.class)
                .hasMessageStartingWith("The metadata of the cache" + problem);
    }

    @Test
    void aValueOfAWrongTypeIsAnErrorWithItsPosition() {
        assertThatThrownBy(() -> label("{\"buildpacks\": [{\"layers\": {\"a b\": {\"launch\": 1}}}]}"))
                .hasMessageContaining("\"/buildpacks/0/layers/a b/launch\" is not a boolean");
    }

    @Test
    void aLabelInUtf16IsAnError() {
        assertThatThrownBy(() -> reader.parseLabel("{\"buildpacks\":[]}".getBytes(UTF_16BE)))
                .isInstanceOf(MetadataReadException.class);
    }

    @Test
    void bytesInStringsThatAreNotUtf8AreReplaced() {
        String json =
                "{\"buildpacks\":[{\"key\":\"caf\u00e9\",\"layers\":{\"x\":{\"data\":{\"k\":\"\u00ed\u00a0\u0080\"}}}}]}";
        var buildpack = only(reader.parseLabel(json.getBytes(ISO_8859_1)));
        assertThat(buildpack.id()).isEqualTo("caf\ufffd");
        var layer = Objects.requireNonNull(buildpack.layers().get("x"));
        assertThat(reader.value(layer.metadata())).isEqualTo(Map.of("k", "\ufffd\ufffd\ufffd"));
    }

    @Test
    void anUnpairedSurrogateInTheNameOfAFieldIsReplacedAsInAString() {
        BuildpackMetadata buildpack = only(label("""
                {"buildpacks": [{"key": "a", "layers": {"x\\ud800": {"sha": "y", "data": {"\\udc00": "z"}}}}]}"""));
        assertThat(buildpack.layers()).containsOnlyKeys("x\ufffd");
        var layer = Objects.requireNonNull(buildpack.layers().get("x\ufffd"));
        assertThat(reader.value(layer.metadata())).isEqualTo(Map.of("\ufffd", "z"));
    }

    @Test
    void aDiffIdThatAShaStoreMayNotBeAbleToKeepIsAnError() {
        assertThatThrownBy(() -> label("{\"buildpacks\":[{\"key\":\"a\",\"layers\":{\"x\":{\"sha\":\""
                        + "0".repeat(100_001) + "\"}}}]}"))
                .isInstanceOf(MetadataReadException.class)
                .hasMessageContaining("the sha of a layer has more than 100000 characters, the limit");
    }

    @Test
    void anUnpairedSurrogateInAStringIsReplaced() {
        BuildpackMetadata buildpack = only(label("""
                {"buildpacks": [{"key": "a\\ud800", "layers": {"x": {"sha": "\\udc00y", "data": {"k": "\\ud800"}}}}]}"""));
        assertThat(buildpack.id()).isEqualTo("a\ufffd");
        var layer = Objects.requireNonNull(buildpack.layers().get("x"));
        assertThat(layer.diffId()).isEqualTo("\ufffdy");
        assertThat(reader.value(layer.metadata())).isEqualTo(Map.of("k", "\ufffd"));
    }

    @Test
    void bytesOutsideStringsThatAreNotUtf8AreAnError() {
        assertThatThrownBy(() -> reader.parseLabel("{\u00ff}".getBytes(ISO_8859_1)))
                .isInstanceOf(MetadataReadException.class);
    }

    @Test
    void nestingTooDeeplyIsAnErrorAndNoStackOverflow() {
        String deep = "{\"buildpacks\": [{\"layers\": {\"x\": {\"data\": " + "[".repeat(100_000) + "]".repeat(100_000)
                + "}}}]}";
        assertThatThrownBy(() -> label(deep)).isInstanceOf(MetadataReadException.class);
    }

    @Test
    void aStringThatIsTooLongIsDetectedWithoutReadingItCompletely() {
        String most = "é\\n\\u0041x".repeat(5_000_000);
        assertThat(labelWith("{\"k\": \"" + most + "\"}").buildpacks()).hasSize(1);
        assertThatThrownBy(() -> labelWith("{\"k\": \"" + most + "x\"}"))
                .hasMessageContaining("a string has more than 20000000 characters");
        assertThatThrownBy(() -> labelWith("\"" + most + "x\"")).hasMessageContaining("20000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\\", "\\u00"})
    void aLongStringThatIsTruncatedIsReported(String end) {
        String label = "{\"buildpacks\": [{\"layers\": {\"x\": {\"data\": \"" + "x".repeat(19_999_990) + end;
        assertThatThrownBy(() -> new FileMetadataReader().parseLabel(label.getBytes(UTF_8)))
                .isInstanceOf(MetadataReadException.class);
    }

    private static AppMetadata labelWith(String data) {
        return new FileMetadataReader()
                .parseLabel(("{\"buildpacks\": [{\"layers\": {\"x\": {\"data\": " + data + "}}}]}").getBytes(UTF_8));
    }
}
