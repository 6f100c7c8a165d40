package dev.restorer.core.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UncompressedTest {

    private final byte[] plain = new byte[300_000];

    UncompressedTest() {
        new Random(1).nextBytes(plain);
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        }
        return compressed.toByteArray();
    }

    private static byte[] read(byte[] bytes) throws IOException {
        return Uncompressed.of(new ByteArrayInputStream(bytes)).readAllBytes();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(one);
        joined.writeBytes(other);
        return joined.toByteArray();
    }

    private byte[] half(int which) {
        return Arrays.copyOfRange(plain, which * plain.length / 2, (which + 1) * plain.length / 2);
    }

    @Test
    void whatIsNotCompressedStaysAsItIs() throws IOException {
        assertThat(read(plain)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void whatIsShorterThanAnyMagicStaysAsItIs(int length) throws IOException {
        byte[] few = Arrays.copyOf(new byte[] {0x28, (byte) 0xb5, 0x2f}, length);
        assertThat(read(few)).isEqualTo(few);
    }

    @Test
    void gzipIsUnpacked() throws IOException {
        assertThat(read(gzip(plain))).isEqualTo(plain);
    }

    @Test
    void gzipOfSeveralMembersIsUnpackedToItsEnd() throws IOException {
        assertThat(read(joined(gzip(half(0)), gzip(half(1))))).isEqualTo(plain);
    }

    @Test
    void gzipOfSeveralMembersIsUnpackedFromAStreamThatTellsOfNothingAvailable() throws IOException {
        InputStream members = new SequenceInputStream(new SilentStream(gzip(half(0))), new SilentStream(gzip(half(1))));
        try (CacheStream stream = new CacheStream(Unpacking.contents(members), (bytes, size) -> {})) {
            assertThat(Uncompressed.of(stream).readAllBytes()).isEqualTo(plain);
        }
    }

    @Test
    void zstdIsUnpacked() throws IOException {
        assertThat(read(Zstd.compress(plain))).isEqualTo(plain);
    }

    @Test
    void zstdOfSeveralFramesIsUnpackedToItsEnd() throws IOException {
        assertThat(read(joined(Zstd.compress(half(0)), Zstd.compress(half(1))))).isEqualTo(plain);
    }

    @Test
    void gzipThatEndsEarlyIsAnError() throws IOException {
        byte[] gzip = gzip(plain);
        for (int length : new int[] {2, 5, 9, 10, 11, 1000, gzip.length - 9, gzip.length - 8, gzip.length - 1}) {
            assertThatThrownBy(() -> read(Arrays.copyOf(gzip, length)))
                    .as("of %s bytes", length)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void zstdThatEndsEarlyIsAnError() {
        byte[] zstd = Zstd.compress(plain);
        for (int length : new int[] {4, 5, 9, 1000, zstd.length / 2, zstd.length - 1}) {
            assertThatThrownBy(() -> read(Arrays.copyOf(zstd, length)))
                    .as("of %s bytes", length)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void gzipWhoseDataDoNotHaveItsChecksumIsAnError() throws IOException {
        byte[] gzip = gzip(plain);
        gzip[gzip.length - 6] ^= 1;
        assertThatThrownBy(() -> read(gzip)).isInstanceOf(IOException.class);
    }

    /** Has bytes and never says so, as a stream from a network does. */
    private static final class SilentStream extends ByteArrayInputStream {
        private SilentStream(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int available() {
            return 0;
        }
    }
}
