package dev.restorer.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // the calls pass nulls on purpose
class ShaStoreTest {

    /** Checks nothing, so that what is checked is what the bulk methods check. */
    private final ShaStore unchecked = new ShaStore() {
        @Override
        public void put(String buildpackId, String layer, String diffId) {}

        @Override
        public Optional<String> get(String buildpackId, String layer) {
            return Optional.empty();
        }

        @Override
        public void close() {}
    };

    @Test
    void aBulkPutThrowsForEachNullAlsoIfItHasNothingToPut() {
        assertThatNullPointerException().isThrownBy(() -> unchecked.putAll(null, Map.of()));
        assertThatNullPointerException().isThrownBy(() -> unchecked.putAll("bp", null));
        assertThatNullPointerException()
                .isThrownBy(() -> unchecked.putAll("bp", Collections.singletonMap(null, "sha256:1")));
        assertThatNullPointerException().isThrownBy(() -> unchecked.putAll("bp", Collections.singletonMap("a", null)));
    }

    @Test
    void aBulkGetThrowsForEachNullAlsoIfItHasNothingToGet() {
        assertThatNullPointerException().isThrownBy(() -> unchecked.getAll(null, List.of()));
        assertThatNullPointerException().isThrownBy(() -> unchecked.getAll("bp", null));
        assertThatNullPointerException().isThrownBy(() -> unchecked.getAll("bp", Arrays.asList("a", null)));
    }

    @Test
    void aBulkOfNothingReturnsAfterCloseSinceItMakesNoCall() {
        unchecked.close();
        unchecked.putAll("bp", Map.of());
        assertThat(unchecked.getAll("bp", List.of())).isEmpty();
    }
}
