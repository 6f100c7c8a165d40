package dev.restorer.shastore.tck;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restorer.spi.ShaStore;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class UntestedPromisesTest {

    private static final class OfSoundStore extends ShaStoreContract {
        @Override
        protected ShaStore openStore(String build) {
            return new SoundStore(new HashMap<>());
        }
    }

    @Test
    void withoutABrokenStoreFailuresAreSkippedAndDoNotPass() {
        assertThatExceptionOfType(TestAbortedException.class)
                .isThrownBy(() -> new OfSoundStore().failureIsShaStoreException(Call.GET))
                .withMessageContaining("openBrokenStore() is not overridden");
    }
}
