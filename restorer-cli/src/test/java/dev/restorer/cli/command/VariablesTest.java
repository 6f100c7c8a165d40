package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.RestoreRequest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {

    private static final Map<String, String> ALL = Map.of(
            "CNB_LAYERS_DIR", "l",
            "CNB_GROUP_PATH", "g.toml",
            "CNB_ANALYZED_PATH", "an.toml",
            "CNB_CACHE_DIR", "c",
            "CNB_PLATFORM_API", "0.12",
            "CNB_SKIP_LAYERS", "true",
            "CNB_LOG_LEVEL", "error");

    private final Run run = new Run();

    private RestoreRequest request() {
        return run.restorer.restored().get(0);
    }

    @Test
    void variablesAreUsedWithoutFlags() {
        run.variables.putAll(ALL);
        assertThat(run.with("restore")).isZero();
        assertThat(run.reader.calls).containsExactly("group g.toml", "analyzed an.toml", "cache c");
        assertThat(request().layersDirectory()).isEqualTo(Path.of("l"));
        assertThat(request().platformApi()).isEqualTo("0.12");
        assertThat(request().skipLayers()).isTrue();
        assertThat(run.err()).containsExactly("ERROR: an error line");
    }

    @Test
    void aFlagComesBeforeItsVariable() {
        run.variables.putAll(ALL);
        run.with("restore", "-layers", "x", "-group=y", "-analyzed=z", "-cache-dir=w", "-platform-api=0.9");
        assertThat(run.reader.calls).containsExactly("group y", "analyzed z", "cache w");
        assertThat(request().layersDirectory()).isEqualTo(Path.of("x"));
        assertThat(request().platformApi()).isEqualTo("0.9");
    }

    @Test
    void anEmptyVariableIsNotSet() {
        ALL.keySet().forEach(name -> run.variables.put(name, ""));
        assertThat(run.with("restore")).isZero();
        assertThat(run.reader.calls)
                .containsExactly("group /layers/group.toml", "analyzed /layers/analyzed.toml", "no cache");
        assertThat(request().platformApi()).isEqualTo("0.15");
    }

    @Test
    void aFlagForMetadataComesBeforeTheVariablesOfTheOtherForm() {
        run.variables.putAll(ALL);
        assertThat(run.with("restore", "--app-metadata", "app.json", "--cache-metadata", "cache.json"))
                .isZero();
        assertThat(run.reader.calls).containsExactly("group g.toml", "label app.json", "cache metadata cache.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "t", "T", "TRUE", "true", "True"})
    void layersAreSkippedIfTheVariableIsTrue(String value) {
        run.variables.put("CNB_SKIP_LAYERS", value);
        run.with("restore");
        assertThat(request().skipLayers()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "false", "yes", "tRUE", " true"})
    void layersAreNotSkippedForOtherValues(String value) {
        run.variables.put("CNB_SKIP_LAYERS", value);
        run.variables.put("CNB_SKIP_RESTORE", value);
        run.with("restore");
        assertThat(request().skipLayers()).isFalse();
    }

    @Test
    void layersAreSkippedIfOneOfTheVariablesIsTrue() {
        run.variables.put("CNB_SKIP_LAYERS", "false");
        run.variables.put("CNB_SKIP_RESTORE", "t");
        run.with("restore");
        assertThat(request().skipLayers()).isTrue();
    }

    @Test
    void theFlagThatSkipsLayersComesBeforeBothVariables() {
        run.variables.put("CNB_SKIP_RESTORE", "true");
        run.with("restore", "-skip-layers=false");
        assertThat(request().skipLayers()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"CNB_LOG_LEVEL,loud", "CNB_LAYERS_DIR,a\0b"})
    void anInvalidVariableIsNamed(String name, String value) {
        run.variables.put(name, value);
        assertThat(run.with("restore")).isEqualTo(3);
        assertThat(run.err()).singleElement().asString().startsWith("ERROR: " + name + " does not accept ");
    }
}
