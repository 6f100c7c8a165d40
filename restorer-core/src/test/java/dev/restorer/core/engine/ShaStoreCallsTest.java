package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.api.ProviderException;
import dev.restorer.spi.ShaStore;
import dev.restorer.testing.RecordingShaStore;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Calls of a store of another vendor, whose maps may be of classes of its own. */
class ShaStoreCallsTest {

    /** A store that returns a given map. */
    private record Store(Map<String, String> diffIds) implements ShaStore {

        @Override
        public void put(String buildpackId, String layer, String diffId) {}

        @Override
        public Optional<String> get(String buildpackId, String layer) {
            return Optional.empty();
        }

        @Override
        public Map<String, String> getAll(String buildpackId, Collection<String> layers) {
            return diffIds;
        }

        @Override
        public void close() {}
    }

    private static Map<String, String> getAll(ShaStore store) {
        return new ShaStoreCalls(store, new Operations(List.of())).getAll("a/b", List.of("x", "y"));
    }

    @Test
    void theDiffIdsAreThoseOfTheLayersThatHaveOne() {
        Map<String, @Nullable String> diffIds = new HashMap<>();
        diffIds.put("x", "sha256:1");
        diffIds.put("y", null);
        diffIds.put("other", "sha256:2");
        assertThat(getAll(new Store(diffIds))).isEqualTo(Map.of("x", "sha256:1"));
    }

    @Test
    void aMapThatFailsIsAnErrorThatNamesTheStore() {
        Map<String, String> lazy = new AbstractMap<>() {
            @Override
            public Set<Entry<String, String>> entrySet() {
                throw new IllegalStateException("the connection is closed");
            }
        };
        assertThatThrownBy(() -> getAll(new Store(lazy)))
                .isInstanceOf(ProviderException.class)
                .hasMessageStartingWith(
                        Store.class.getName() + " threw java.lang.IllegalStateException: the connection is closed. ");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"}) // as in a store whose library returns other types
    void aValueThatIsNoTextIsAnErrorThatNamesTheStore() {
        Map<String, String> numbers = (Map) Map.of("x", 1);
        assertThatThrownBy(() -> getAll(new Store(numbers)))
                .isInstanceOf(ProviderException.class)
                .hasMessageStartingWith(Store.class.getName() + " threw java.lang.ClassCastException: ");
    }

    @Test
    void ofAStoreThatIsClosedTheRemedyIsToKeepItOpen() {
        RecordingShaStore store = new RecordingShaStore();
        store.close();
        assertThatThrownBy(() -> getAll(store))
                .isInstanceOf(ProviderException.class)
                .hasMessage(RecordingShaStore.class.getName()
                        + " threw java.lang.IllegalStateException: The store was closed. Keep it open until the restore"
                        + " has ended. If it is open, report it to the developers of that SHA store, or use another"
                        + " one.");
    }

    @Test
    void theDiffIdsOfAStoreAreReadWithOneCall() {
        RecordingShaStore store = new RecordingShaStore();
        store.put("a/b", "x", "sha256:1");
        assertThat(getAll(store)).isEqualTo(Map.of("x", "sha256:1"));
    }
}
