package dev.restorer.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.restorer.ShaStores;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerId;
import dev.restorer.api.LayerOutcome;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestorerException;
import dev.restorer.fixtures.CapturedLog;
import dev.restorer.spi.ShaStore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EngineConformanceTest {

    private final Engine engine = new Engine();

    @TempDir
    Path layers;

    static List<Case> casesThatRestore() {
        return Cases.thatRestore();
    }

    static List<Case> casesThatFail() {
        return Cases.thatFail();
    }

    @Test
    void allCasesAreThere() {
        assertThat(Cases.all()).hasSize(22);
        assertThat(Cases.thatFail()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("casesThatRestore")
    void theEngineLeavesBehindAndLogsWhatTheReferenceDid(Case given) {
        given.before().ifPresent(before -> LayersTree.copy(before, layers));
        try (CapturedLog log = new CapturedLog();
                ShaStore store = ShaStores.open(given.shaStore(), layers)) {
            RestoreReport report = engine.restore(given, layers, store);
            assertThat(LayersTree.read(layers)).isEqualTo(LayersTree.read(given.expected()));
            assertThat(DecisionLines.of(log.infoAndDebug())).isEqualTo(given.expectedLog());
            assertThat(stored(store, report)).isEqualTo(restored(report));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("casesThatFail")
    void theEngineFailsWhereTheReferenceDid(Case given) {
        given.before().ifPresent(before -> LayersTree.copy(before, layers));
        try (ShaStore store = ShaStores.open(given.shaStore(), layers)) {
            RestorerException e =
                    catchThrowableOfType(RestorerException.class, () -> engine.restore(given, layers, store));
            assertThat(e).as("a failure of the restore").isNotNull();
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n", "\r");
        }
    }

    private static Map<LayerId, String> restored(RestoreReport report) {
        Map<LayerId, String> diffIds = new HashMap<>();
        report.layers()
                .map(LayerOutcome::decision)
                .filter(LayerDecision::restored)
                .forEach(d -> diffIds.put(d.id(), d.metadata().diffId()));
        return diffIds;
    }

    private static Map<LayerId, String> stored(ShaStore store, RestoreReport report) {
        Map<LayerId, String> diffIds = new HashMap<>();
        report.layers()
                .map(outcome -> outcome.decision().id())
                .forEach(id -> store.get(id.buildpackId(), id.layer()).ifPresent(diffId -> diffIds.put(id, diffId)));
        return diffIds;
    }
}
