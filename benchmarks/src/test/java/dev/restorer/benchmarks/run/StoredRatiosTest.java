package dev.restorer.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredRatiosTest {

    private static final Figure RAW = new Figure("rawWrite", Map.of("layers", "10"), 100, Double.NaN);
    private static final Figure RESTORE = new Figure("restore", Map.of("layers", "10", "store", "memory"), 150, 1);
    private static final Rounds ROUNDS = new Rounds(List.of(List.of(RAW, RESTORE)));
    private static final String KEY = "restore layers=10 store=memory";

    @Test
    void whatIsWrittenIsReadBack(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("ratios.json");
        StoredRatios.write(file, ROUNDS);
        assertThat(StoredRatios.read(file)).containsOnly(Map.entry("rawWrite layers=10", 1.0), Map.entry(KEY, 1.5));
    }

    @Test
    void aRatioWithinTheMarginIsNotWorse() {
        assertThat(StoredRatios.worse(ROUNDS, Map.of(KEY, 1.3), 0.2)).isEmpty();
    }

    @Test
    void aRatioBeyondTheMarginIsToldWithWhatItWas() {
        assertThat(StoredRatios.worse(ROUNDS, Map.of(KEY, 1.2), 0.2))
                .containsExactly(KEY + " is 1.500 times its floor, and was 1.200");
    }

    @Test
    void aFigureThatWasNotStoredIsNotWorse() {
        assertThat(StoredRatios.worse(ROUNDS, Map.of(), 0)).isEmpty();
    }

    @Test
    void aFigureThatWasNotStoredIsToldSinceNothingComparesIt() {
        assertThat(StoredRatios.notStored(ROUNDS, Map.of("rawWrite layers=10", 1.0)))
                .containsExactly(KEY + " has no earlier ratio");
        assertThat(StoredRatios.notStored(ROUNDS, Map.of("rawWrite layers=10", 1.0, KEY, 1.3)))
                .isEmpty();
    }

    @Test
    void theTableHasTheRatioNowAndBefore() {
        assertThat(Table.lines(ROUNDS, Map.of(KEY, 1.25)))
                .last()
                .asString()
                .startsWith(KEY)
                .contains("1.500 times its floor", "(1.250 before)");
    }
}
