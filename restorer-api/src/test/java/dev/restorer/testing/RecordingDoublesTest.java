package dev.restorer.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.api.LayerId;
import dev.restorer.api.RestorePlan;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.spi.ShaStoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordingDoublesTest {

    private static final RestoreRequest REQUEST =
            RestoreRequest.in(Path.of("/layers")).build();
    private final ShaStoreException failure = new ShaStoreException("recording", "it fails", "Let it");

    @Test
    void aRequestIsForTheNewestPlatformApiUnlessItSaysOtherwise() {
        assertThat(REQUEST.platformApi()).isEqualTo("0.15");
        assertThat(REQUEST.group()).isEmpty();
        assertThat(REQUEST.skipLayers()).isFalse();
    }

    @Test
    void theRestorerShowsWhatItWasAskedForAndAnswersWhatItWasToldTo() {
        RecordingLayerRestorer restorer = new RecordingLayerRestorer();
        assertThat(restorer.plan(REQUEST)).isEqualTo(new RestorePlan(false, List.of(), null, false));
        RestoreReport report = new RestoreReport(Path.of("/other"), List.of(), null, List.of());
        restorer.answerWith(report);
        assertThat(restorer.restoreMetadata(REQUEST, new RecordingShaStore())).isSameAs(report);
        assertThat(restorer.planned()).containsExactly(REQUEST);
        assertThat(restorer.restored()).containsExactly(REQUEST);
        restorer.failWith(failure);
        assertThatThrownBy(() -> restorer.plan(REQUEST)).isSameAs(failure);
        assertThatThrownBy(() -> restorer.restoreMetadata(REQUEST, new RecordingShaStore()))
                .isSameAs(failure);
    }

    @Test
    void theStoreShowsWhatWasPut() {
        RecordingShaStore store = new RecordingShaStore();
        store.putAll("bp", Map.of("x", "1"));
        assertThat(store.puts()).isEqualTo(Map.of(new LayerId("bp", "x"), "1"));
        assertThat(store.getAll("bp", List.of("x", "y"))).isEqualTo(Map.of("x", "1"));
        store.failWith(failure);
        assertThatThrownBy(() -> store.get("bp", "x")).isSameAs(failure);
        store.close();
        assertThat(store.isClosed()).isTrue();
        assertThatThrownBy(() -> store.get("bp", "x")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anExceptionIsOneLineWithItsRemedy() {
        assertThat(failure).hasMessage("SHA store recording: it fails. Let it.");
        assertThat(failure.remedy()).isEqualTo("Let it");
    }
}
