package dev.restorer.core.contents.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import dev.restorer.fixtures.Tar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecompressionTest {

    private final byte[] plain = new byte[300_000];

    DecompressionTest() {
        new Random(1).nextBytes(plain);
    }

    private static byte[] read(byte[] bytes) throws IOException {
        return Decompression.of(new ByteArrayInputStream(bytes)).readAllBytes();
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
    void uncompressedBytesAreUnchanged() throws IOException {
        assertThat(read(plain)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void bytesShorterThanAMagicNumberAreUnchanged(int length) throws IOException {
        byte[] few = Arrays.copyOf(new byte[] {0x28, (byte) 0xb5, 0x2f}, length);
        assertThat(read(few)).isEqualTo(few);
    }

    @Test
    void gzipIsDecompressed() throws IOException {
        assertThat(read(Gzip.of(plain))).isEqualTo(plain);
    }

    @Test
    void allMembersOfGzipAreDecompressed() throws IOException {
        assertThat(read(joined(Gzip.of(half(0)), Gzip.of(half(1))))).isEqualTo(plain);
    }

    @Test
    void allMembersOfGzipAreDecompressedFromAStreamWithoutAvailable() throws IOException {
        InputStream members =
                new SequenceInputStream(new SilentStream(Gzip.of(half(0))), new SilentStream(Gzip.of(half(1))));
        assertThat(Decompression.of(members).readAllBytes()).isEqualTo(plain);
    }

    @Test
    void zstdIsDecompressed() throws IOException {
        assertThat(read(Zstd.compress(plain))).isEqualTo(plain);
    }

    @Test
    void allFramesOfZstdAreDecompressed() throws IOException {
        assertThat(read(joined(Zstd.compress(half(0)), Zstd.compress(half(1))))).isEqualTo(plain);
    }

    /** Creates a skippable frame, which has its length in four bytes. */
    private static byte[] skippable(int kind, int length) {
        byte[] frame = new byte[8 + length];
        frame[0] = (byte) (0x50 + kind);
        frame[1] = 0x2a;
        frame[2] = 0x4d;
        frame[3] = 0x18;
        frame[4] = (byte) length;
        return frame;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15})
    void skippableFramesOfZstdAreSkipped(int kind) throws IOException {
        byte[] frames = joined(skippable(kind, 5), Zstd.compress(half(0)));
        frames = joined(frames, joined(skippable(kind, 0), Zstd.compress(half(1))));
        assertThat(read(joined(frames, skippable(kind, 100)))).isEqualTo(plain);
    }

    @Test
    void truncatedZstdIsDetected() {
        byte[] zstd = Zstd.compress(plain);
        for (int length : new int[] {4, 5, 9, 1000, zstd.length / 2, zstd.length - 1}) {
            assertThatThrownBy(() -> read(Arrays.copyOf(zstd, length)))
                    .as("of %s bytes", length)
                    .isInstanceOf(IOException.class)
                    .hasMessage("its zstd is cut off");
        }
    }

    @Test
    void aTruncatedLastFrameOfZstdIsDetected() throws IOException {
        byte[] first = Zstd.compress(half(0));
        for (byte[] last : new byte[][] {Zstd.compress(new byte[100]), skippable(3, 5)}) {
            byte[] both = joined(first, last);
            for (int length = first.length + 1; length < both.length; length++) {
                byte[] cut = Arrays.copyOf(both, length);
                assertThatThrownBy(() -> read(cut)).as("of %s bytes", length).hasMessage("its zstd is cut off");
            }
            assertThat(read(both)).startsWith(half(0));
        }
    }

    @Test
    void otherBytesAfterZstdAreDamage() {
        byte[] followed = joined(Zstd.compress(plain), new byte[] {1, 2, 3, 4, 5});
        assertThatThrownBy(() -> read(followed)).hasMessageStartingWith("its zstd is damaged: ");
    }

    /** The second byte after the magic number has the window size: 2 to the power of its upper five bits plus 10. */
    @Test
    void zstdWithATooLargeWindowIsRejected() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZstdOutputStreamNoFinalizer out = new ZstdOutputStreamNoFinalizer(bytes)) {
            out.write(plain);
        }
        byte[] zstd = bytes.toByteArray();
        zstd[5] = (byte) ((27 - 10) << 3);
        assertThat(read(zstd)).isEqualTo(plain);
        zstd[5] = (byte) ((28 - 10) << 3);
        assertThatThrownBy(() -> read(zstd)).hasMessageStartingWith("its zstd is damaged: ");
    }

    @ParameterizedTest
    @CsvSource({
        "fd377a585a000004e6d6, xz",
        "04224d1864407f0000, lz4",
        "425a6839314159265359, bzip2",
        "1f9d9068, compress",
        "504b03040a000000, zip",
        "4c5a495001, lzip",
    })
    void anotherCompressionIsNamed(String start, String format) {
        byte[] bytes = Arrays.copyOf(HexFormat.of().parseHex(start), 1000);
        assertThatThrownBy(() -> read(bytes))
                .hasMessage("it is compressed with " + format + ", and only gzip and zstd are unpacked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BZhou/a", "PK", "LZIP", "PatMic"})
    void aTarWhoseFirstNameIsLikeAMagicNumberIsATar(String name) throws IOException {
        byte[] tar = new Tar().file(name, "one").bytes();
        assertThat(read(tar)).isEqualTo(tar);
    }

    /** Returns 0 from available(), as a stream from a network may do. */
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
