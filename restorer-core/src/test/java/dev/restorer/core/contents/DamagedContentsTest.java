package dev.restorer.core.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.core.contents.compression.Gzip;
import dev.restorer.fixtures.Tar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedContentsTest {

    private static final byte[] SOME = new Tar()
            .directory("/layers/bp/x/", 0555)
            .file("/layers/bp/x/a", "a".repeat(1000))
            .file("/layers/bp/x/b", "b")
            .bytes();

    /** The bytes of the empty blocks at the end. */
    private static final int END = 1024;

    private static final String DIFF_ID = MemoryCache.diffId(SOME);
    private static final String OTHER_DIGEST = "its contents in the cache have another digest than its diff id";

    @TempDir
    Path directory;

    private Unpacking unpacking;
    private final MemoryCache cache = new MemoryCache();

    @BeforeEach
    void createUnpacking() {
        unpacking = new Unpacking(directory);
    }

    @Test
    void contentsThatTheCacheDoesNotHaveAreRejected() {
        assertThat(unpacking.rejected(cache, DIFF_ID)).isEqualTo("the cache does not have its contents");
    }

    @Test
    void contentsWithAnotherDigestAreRejected() {
        byte[] other = SOME.clone();
        other[1024] ^= 1;
        cache.put(DIFF_ID, other);
        assertThat(unpacking.rejected(cache, DIFF_ID)).isEqualTo(OTHER_DIGEST);
    }

    /** A tar without its end is accepted, as by Go's reader, also without the padding of its last file. */
    @Test
    void truncatedContentsAreRejected() {
        for (int length = 1; length < SOME.length; length += 100) {
            cache.put(DIFF_ID, Arrays.copyOf(SOME, length));
            boolean hasLastByte = length > SOME.length - END - 512 && length <= SOME.length - END;
            assertThat(unpacking.rejected(cache, DIFF_ID))
                    .as("%s bytes", length)
                    .isEqualTo(hasLastByte ? OTHER_DIGEST : "its tar is cut off");
        }
    }

    @Test
    void truncatedCompressedContentsAreRejected() throws IOException {
        byte[] gzip = Gzip.of(SOME);
        for (int length = 2; length < gzip.length; length += 10) {
            cache.put(DIFF_ID, Arrays.copyOf(gzip, length));
            assertThat(unpacking.rejected(cache, DIFF_ID))
                    .as("%s bytes", length)
                    .isEqualTo("its gzip is cut off");
        }
    }

    /** The digest matches, so only the tar shows the damage. */
    @Test
    void aTruncatedFileIsRejectedEvenIfTheDigestMatches() {
        assertThat(unpacking.rejected(Arrays.copyOf(SOME, 1536))).isEqualTo("its tar is cut off");
    }

    @Test
    void anEmptyFileIsRejected() {
        cache.put(DIFF_ID, new byte[0]);
        assertThat(unpacking.rejected(cache, DIFF_ID)).isEqualTo(OTHER_DIGEST);
    }

    @Test
    void garbageIsRejected() {
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            byte[] garbage = new byte[random.nextInt(3000)];
            random.nextBytes(garbage);
            cache.put(DIFF_ID, garbage);
            assertThat(unpacking.rejected(cache, DIFF_ID))
                    .as("%s bytes", garbage.length)
                    .isEqualTo(garbage.length < 512 ? "its tar is cut off" : "it is no tar");
        }
    }

    @Test
    void compressedGarbageIsRejected() {
        cache.put(DIFF_ID, new byte[] {0x1f, (byte) 0x8b, 0x08, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
        assertThat(unpacking.rejected(cache, DIFF_ID)).isEqualTo("its gzip is damaged: invalid block type");
        cache.put(DIFF_ID, new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
        assertThat(unpacking.rejected(cache, DIFF_ID)).isEqualTo("its zstd is damaged: Dictionary mismatch");
    }

    @Test
    void anExceptionOnOpeningIsTheCause() {
        cache.put(DIFF_ID, () -> {
            throw new IOException("the line is broken");
        });
        assertThat(unpacking.rejected(cache, DIFF_ID)).isEqualTo(MemoryCache.class.getName() + ": the line is broken");
        cache.put(DIFF_ID, () -> {
            throw new IllegalStateException("the vendor's own");
        });
        assertThat(unpacking.rejected(cache, DIFF_ID)).isEqualTo(MemoryCache.class.getName() + ": the vendor's own");
    }

    @Test
    void anExceptionOnReadingIsTheCause() {
        for (Exception thrown : new Exception[] {new IOException("broken"), new IllegalStateException("broken")}) {
            cache.put(
                    DIFF_ID,
                    () -> Unpacking.contents(new SequenceInputStream(
                            new ByteArrayInputStream(SOME, 0, 1100), new ThrowingStream(thrown))));
            assertThat(unpacking.rejected(cache, DIFF_ID)).isEqualTo(MemoryCache.class.getName() + ": broken");
        }
    }

    /** All of this is read into one buffer, before the first entry is. */
    @Test
    void anEntryThatIsRejectedBeforeReadingFailsIsTheCause() {
        byte[] device = new Tar()
                .file("/layers/bp/x/a", "a")
                .entry('3', "/layers/bp/x/device", "", 0, "")
                .unfinished();
        cache.put(
                DIFF_ID,
                () -> Unpacking.contents(new SequenceInputStream(
                        new ByteArrayInputStream(device), new ThrowingStream(new IOException("broken")))));
        assertThat(unpacking.rejected(cache, DIFF_ID)).contains("is a device");
    }

    @Test
    void aFailureBehindTheEndOfTheTarIsTheCauseToo() {
        cache.put(
                DIFF_ID,
                () -> Unpacking.contents(new SequenceInputStream(
                        new ByteArrayInputStream(SOME), new ThrowingStream(new IOException("broken")))));
        assertThat(unpacking.rejected(cache, DIFF_ID)).isEqualTo(MemoryCache.class.getName() + ": broken");
    }

    @Test
    void diffIdsWithPathsAreNotRequested() {
        for (String hostile : new String[] {"../../x", "", DIFF_ID.toUpperCase(Locale.ROOT)}) {
            cache.put(hostile, SOME);
            assertThat(unpacking.rejected(cache, hostile)).startsWith("its diff id in the cache is not sha256:");
        }
    }

    @Test
    void anExceptionOfTheProgressIsThrownAndNothingIsLeft() {
        cache.put(DIFF_ID, SOME);
        IllegalStateException enough = new IllegalStateException("enough");
        assertThatThrownBy(() -> unpacking.extract(cache, DIFF_ID, (bytes, size) -> {
                    throw enough;
                }))
                .isSameAs(enough);
        assertThat(unpacking.names()).isEmpty();
    }

    @Test
    void anInterruptedReadCancelsAndNothingIsLeft() {
        cache.put(DIFF_ID, () -> Unpacking.contents(new ThrowingStream(new ClosedByInterruptException())));
        assertThatThrownBy(() -> unpacking.extract(cache, DIFF_ID, (bytes, size) -> {}))
                .isInstanceOf(CancellationException.class);
        assertThat(unpacking.names()).isEmpty();
    }

    @Test
    void anInterruptedWriteCancelsAndNothingIsLeft() {
        cache.put(DIFF_ID, SOME);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> unpacking.extract(cache, DIFF_ID, (bytes, size) -> {}))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).as("the flag is kept").isTrue();
        }
        assertThat(unpacking.names()).isEmpty();
    }

    /** Throws an exception at each read. */
    private static final class ThrowingStream extends InputStream {
        private final Exception thrown;

        private ThrowingStream(Exception thrown) {
            this.thrown = thrown;
        }

        @Override
        public int read() throws IOException {
            if (thrown instanceof IOException e) {
                throw e;
            }
            throw (RuntimeException) thrown;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return read();
        }
    }
}
