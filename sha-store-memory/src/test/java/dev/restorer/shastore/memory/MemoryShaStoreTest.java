package dev.restorer.shastore.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreConfiguration;
import dev.restorer.spi.ShaStoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryShaStoreTest {

    private final ShaStore store = open("");

    private static ShaStore open(String rest) {
        return new MemoryShaStoreProvider().open(new ShaStoreConfiguration("memory", rest, Path.of("/layers")));
    }

    @Test
    void whatWasNotPutIsAbsent() {
        assertThat(store.get("bp", "x")).isEmpty();
        assertThat(store.getAll("bp", List.of("x"))).isEmpty();
    }

    @Test
    void theLastPutWins() {
        store.put("bp", "x", "1");
        store.put("bp", "x", "2");
        assertThat(store.get("bp", "x")).contains("2");
    }

    @Test
    void bulkIsAsEachByItself() {
        store.putAll("bp", Map.of("x", "1", "y", ""));
        assertThat(store.get("bp", "x")).contains("1");
        assertThat(store.getAll("bp", List.of("x", "y", "z"))).isEqualTo(Map.of("x", "1", "y", ""));
    }

    @Test
    void idsAndNamesAreKeptApartExactly() {
        store.put("a/b", "c", "1");
        store.put("a_b", "c", "2");
        store.put("a", "b:c", "3");
        assertThat(store.get("a/b", "c")).contains("1");
        assertThat(store.get("a_b", "c")).contains("2");
        assertThat(store.get("a", "b:c")).contains("3");
    }

    @Test
    void twoStoresShareNothing() {
        store.put("bp", "x", "1");
        assertThat(open("").get("bp", "x")).isEmpty();
    }

    @Test
    void manyThreadsLoseNothing() {
        IntStream.range(0, 10_000).parallel().forEach(i -> store.put("bp" + i % 7, "x" + i, "sha" + i));
        assertThat(IntStream.range(0, 10_000))
                .allSatisfy(i -> assertThat(store.get("bp" + i % 7, "x" + i)).contains("sha" + i));
    }

    @Test
    void afterCloseEveryUseIsAnErrorButClose() {
        store.close();
        store.close();
        assertThatThrownBy(() -> store.put("bp", "x", "1")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.get("bp", "x")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.putAll("bp", Map.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anythingBehindTheColonIsAnError() {
        assertThatThrownBy(() -> open("x"))
                .isInstanceOf(ShaStoreException.class)
                .hasMessageContaining("memory:");
    }
}
