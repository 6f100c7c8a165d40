package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.RestoreRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestoreFlagsTest {

    private final Run run = new Run();

    private RestoreRequest request() {
        return run.restorer.restored().get(0);
    }

    @Test
    void theDefaultsAreThoseOfTheLifecycle() {
        assertThat(run.with("restore")).isZero();
        assertThat(run.reader.calls)
                .containsExactly("group /layers/group.toml", "analyzed /layers/analyzed.toml", "no cache");
        assertThat(request().layersDirectory()).isEqualTo(Path.of("/layers"));
        assertThat(request().platformApi()).isEqualTo("0.15");
        assertThat(request().skipLayers()).isFalse();
        assertThat(run.store.opened).containsExactly("memory: in /layers");
        assertThat(run.store.store.isClosed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "--"})
    void aValueMayFollowASpaceOrAnEqualsSign(String dash) {
        run.with(
                "restore",
                dash + "layers",
                "a b",
                dash + "group=g.toml",
                dash + "analyzed",
                "@an.toml",
                dash + "cache-dir=c",
                dash + "platform-api",
                "0.13",
                dash + "skip-layers",
                dash + "sha-store",
                "fake:x",
                dash + "metadata-only",
                dash + "log-level=error",
                dash + "uid",
                "0",
                dash + "gid=0",
                dash + "no-color");
        assertThat(run.err()).containsExactly("ERROR: an error line");
        assertThat(run.reader.calls).containsExactly("group g.toml", "analyzed @an.toml", "cache c");
        assertThat(request().layersDirectory()).isEqualTo(Path.of("a b"));
        assertThat(request().platformApi()).isEqualTo("0.13");
        assertThat(request().skipLayers()).isTrue();
        assertThat(run.store.opened).containsExactly("fake:x in a b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "--"})
    void metadataMayComeFromSeparateFiles(String dash) {
        assertThat(run.with("restore", dash + "app-metadata", "app.json", dash + "cache-metadata=cache.json"))
                .isZero();
        assertThat(run.reader.calls).contains("label app.json", "cache metadata cache.json");
    }

    @Test
    void groupAndAnalyzedAreInTheLayersDirectoryByDefault() {
        run.with("restore", "--layers", "there");
        assertThat(run.reader.calls).contains("group there/group.toml", "analyzed there/analyzed.toml");
    }

    @ParameterizedTest
    @CsvSource({"0.4,group.toml,analyzed.toml", "0.5,there/group.toml,there/analyzed.toml"})
    void belowPlatformApi05TheyAreInTheWorkingDirectoryByDefault(String platformApi, String group, String analyzed) {
        run.with("restore", "--layers", "there", "--platform-api", platformApi);
        assertThat(run.reader.calls).contains("group " + group, "analyzed " + analyzed);
    }

    @Test
    void aValueMayLookLikeAFlag() {
        assertThat(run.with("restore", "--layers", "-group", "--group", "-skip-layers"))
                .isZero();
        assertThat(request().layersDirectory()).isEqualTo(Path.of("-group"));
        assertThat(run.reader.calls).contains("group -skip-layers");
        assertThat(request().skipLayers()).isFalse();
    }

    @Test
    void filesAreTheStoreBelowPlatformApi07() {
        run.with("restore", "--platform-api", "0.6");
        assertThat(run.store.opened).containsExactly("files: in /layers");
    }

    @ParameterizedTest
    @CsvSource({
        "-skip-layers=true,true",
        "--skip-layers=true,true",
        "-skip-layers=t,true",
        "-skip-layers=1,true",
        "-skip-layers=false,false",
        "--skip-layers=F,false",
        "--skip-layers,true"
    })
    void aSwitchMayHaveAValue(String flag, boolean expected) {
        run.variables.put("CNB_SKIP_LAYERS", "true");
        assertThat(run.with("restore", flag)).isZero();
        assertThat(request().skipLayers()).isEqualTo(expected);
    }

    @Test
    void aSwitchDoesNotUseTheNextArgument() {
        run.with("restore", "-skip-layers", "-layers", "there");
        assertThat(request().skipLayers()).isTrue();
        assertThat(request().layersDirectory()).isEqualTo(Path.of("there"));
    }

    @Test
    void theLastOfTwoValuesOfAFlagIsUsed() {
        run.with("restore", "-layers", "one", "--layers", "two");
        assertThat(request().layersDirectory()).isEqualTo(Path.of("two"));
    }

    @Test
    void anEmptyCacheDirectoryIsNoCache() {
        run.variables.put("CNB_CACHE_DIR", "c");
        assertThat(run.with("restore", "-cache-dir", "")).isZero();
        assertThat(run.reader.calls).contains("no cache");
    }

    @Test
    void aPasswordAfterAMisspelledFlagIsNotShown() {
        assertThat(run.with("restore", "--sha-stor=redis://:secret@host?namespace=1"))
                .isEqualTo(3);
        assertThat(run.with("restore", "--sha-stor", "redis://:secret@host?namespace=1"))
                .isEqualTo(3);
        assertThat(run.err()).hasSize(2).allMatch(line -> line.contains("--sha-stor") && !line.contains("secret"));
    }
}
