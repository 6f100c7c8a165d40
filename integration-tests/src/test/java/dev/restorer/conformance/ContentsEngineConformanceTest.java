package dev.restorer.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.ShaStores;
import dev.restorer.fixtures.CapturedLog;
import dev.restorer.fixtures.OwnJvm;
import dev.restorer.fixtures.Start;
import dev.restorer.spi.ShaStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With the umask that the cases were recorded with. */
@OwnJvm(Start.UMASK_022)
class ContentsEngineConformanceTest {

    private final Engine engine = new Engine();

    @TempDir
    Path directory;

    static List<Case> cases() {
        return Cases.withContents();
    }

    @Test
    void allCasesAreThere() {
        assertThat(cases()).hasSize(12);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theEngineRestoresWhatTheReferenceDid(Case given) throws Exception {
        Path layers = layers(given);
        try (CapturedLog log = new CapturedLog();
                ShaStore store = ShaStores.open(given.shaStore(), layers)) {
            engine.restoreWithContents(given, layers, store);
            assertThat(ContentsTree.read(layers)).isEqualTo(ContentsTree.expected(given.directory()));
            assertThat(DecisionLines.of(log.infoAndDebug())).isEqualTo(given.expectedLog());
        }
    }

    private Path layers(Case given) throws Exception {
        Path layers = Files.createDirectory(directory.resolve("layers"));
        given.before().ifPresent(before -> LayersTree.copy(before, layers));
        return layers;
    }
}
