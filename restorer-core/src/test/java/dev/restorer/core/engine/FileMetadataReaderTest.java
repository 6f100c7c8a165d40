package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class FileMetadataReaderTest {

    @Test
    @SuppressWarnings("NullAway") // the call passes a null on purpose
    void limitsThatAreNullAreRefusedBeforeAnythingIsRead() {
        assertThatNullPointerException().isThrownBy(() -> new FileMetadataReader().withLimits(null));
    }
}
