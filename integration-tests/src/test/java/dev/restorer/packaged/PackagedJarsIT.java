package dev.restorer.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Finished;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An embedder that knows the API alone, run on the packaged jars. */
class PackagedJarsIT {

    private static final String[] RESTORED = {
        "\"example/node:modules\" RESTORED_FROM_APP_IMAGE modules.toml", "stored sha256:abc"
    };

    @TempDir
    static Path compiled;

    @TempDir
    Path workDirectory;

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void engineReaderAndStoreAreFound(RunOn path) {
        assertThat(embedder(path, Jars.apiAndEngineAnd(Jars.MEMORY))).containsExactly(RESTORED);
        assertThat(workDirectory.resolve("layers/example_node/modules.toml"))
                .content()
                .containsSubsequence("[metadata]", "count = 3");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void noStoreIsTold(RunOn path) {
        assertThat(embedder(path, Jars.apiAndEngineAnd()))
                .containsExactly(
                        "ProviderException: No SHA store opens \"memory:\". No SHA store was found. Put the artifact sha-store-memory, with what it needs, on the module path or class path.");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void noEngineIsTold(RunOn path) {
        assertThat(embedder(path, List.of(Jars.API, Jars.MEMORY)))
                .singleElement()
                .asString()
                .startsWith("ProviderException: No engine provides dev.restorer.")
                .contains("Put restorer-core");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void twoStoresOfOneIdAreBothNamed(RunOn path) {
        Path twin = ProviderJar.of("twin", workDirectory);
        assertThat(embedder(path, Jars.apiAndEngineAnd(Jars.MEMORY, twin)))
                .singleElement()
                .asString()
                .startsWith("ProviderException: Two SHA stores have the id memory: ")
                .contains("dev.restorer.shastore.memory.", "example.twin.Provider");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aStoreThatCannotBeMadeIsToldAndHidesNoOther(RunOn path) {
        Path throwing = ProviderJar.of("throwing", workDirectory);
        List<String> lines = embedder(path, Jars.apiAndEngineAnd(throwing, Jars.MEMORY));
        assertThat(lines).hasSize(3).endsWith(RESTORED);
        assertThat(lines.get(0)).startsWith("broken: ").contains("example.throwing.Provider");
    }

    /** Only on the class path, since a JVM does not start with such a module. */
    @Test
    void aStoreWhoseClassIsMissingIsToldAndHidesNoOther() {
        Path missing = ProviderJar.withoutItsClass("example.Missing", workDirectory);
        List<String> lines = embedder(RunOn.CLASS_PATH, Jars.apiAndEngineAnd(missing, Jars.MEMORY));
        assertThat(lines).hasSize(3).endsWith(RESTORED);
        assertThat(lines.get(0)).startsWith("broken: ").contains("example.Missing");
    }

    /** Only on the class path, since a JVM does not start without a module that another one requires. */
    @Test
    void anEngineWithoutALibraryIsToldWithTheClassThatIsMissing() {
        List<Path> jars = Jars.apiAndEngineAnd(Jars.MEMORY);
        jars.remove(Jars.jar("jackson-databind"));
        assertThat(embedder(RunOn.CLASS_PATH, jars))
                .singleElement()
                .asString()
                .startsWith("ProviderException: The engine cannot be loaded: ")
                .contains(": the class tools.jackson.databind.", " is missing. Put the dependencies of restorer-core");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aJacksonThatLosesDigitsIsToldWithBothVersions(RunOn path) {
        assertThat(embedder(path, Jars.withOlderJackson(Jars.apiAndEngineAnd(Jars.MEMORY))))
                .containsExactly(
                        "ProviderException: jackson-dataformat-toml 3.1.7 was found, which loses the leading digits of"
                                + " integers of 19 digits. Put on the class path or module path jackson-dataformat-toml 3.2.0"
                                + " or later, with the other parts of Jackson in the same version.");
    }

    private List<String> embedder(RunOn path, List<Path> jars) {
        Finished embedder = path.embedder(workDirectory, compiled, jars);
        assertThat(embedder.exitCode()).as("exit code of %s", embedder).isZero();
        return embedder.out();
    }
}
