package dev.restorer.core.contents.compression;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipStreamTest {

    private static final int CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final byte[] plain = new byte[300_000];

    GzipStreamTest() {
        new Random(1).nextBytes(plain);
        Arrays.fill(plain, 100_000, 200_000, (byte) 'a');
    }

    /** Creates a member whose header has the fields of its flags. */
    private static byte[] member(int flags, byte[] data) {
        return member(header(flags, 10, "name", "comment"), data, crc(data), data.length);
    }

    private static byte[] header(int flags, int extra, String name, String comment) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, (byte) flags, 1, 2, 3, 4, 2, (byte) 255});
        if ((flags & EXTRA) != 0) {
            header.writeBytes(new byte[] {(byte) extra, (byte) (extra >> 8)});
            header.writeBytes(new byte[extra]);
        }
        if ((flags & NAME) != 0) {
            header.writeBytes((name + "\0").getBytes(ISO_8859_1));
        }
        if ((flags & COMMENT) != 0) {
            header.writeBytes((comment + "\0").getBytes(ISO_8859_1));
        }
        if ((flags & CHECKSUM) != 0) {
            int crc = crc(header.toByteArray());
            header.writeBytes(new byte[] {(byte) crc, (byte) (crc >> 8)});
        }
        return header.toByteArray();
    }

    private static byte[] member(byte[] header, byte[] data, int crc, int size) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(data);
        deflater.finish();
        byte[] packed = new byte[data.length + 1000];
        int length = deflater.deflate(packed);
        deflater.end();
        ByteBuffer end = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        return joined(
                header,
                Arrays.copyOf(packed, length),
                end.putInt(crc).putInt(size).array());
    }

    private static int crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] read(byte[] packed) throws IOException {
        return read(new ByteArrayInputStream(packed));
    }

    private static byte[] read(InputStream packed) throws IOException {
        try (GzipStream stream = new GzipStream(packed)) {
            return stream.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHECKSUM, EXTRA, NAME, COMMENT, CHECKSUM | EXTRA | NAME | COMMENT})
    void theOptionalFieldsOfAHeaderAreSkipped(int flags) throws IOException {
        assertThat(read(member(flags, plain))).isEqualTo(plain);
    }

    @Test
    void anExtraFieldMayBeEmptyOrAsLongAsItCan() throws IOException {
        for (int length : new int[] {0, 65_535}) {
            byte[] header = header(EXTRA, length, "", "");
            assertThat(read(member(header, plain, crc(plain), plain.length))).isEqualTo(plain);
        }
    }

    @Test
    void severalMembersAreDecompressed() throws IOException {
        byte[] members = joined(
                member(NAME, new byte[0]),
                member(EXTRA, Arrays.copyOf(plain, 1000)),
                member(CHECKSUM, new byte[0]),
                member(0, Arrays.copyOfRange(plain, 1000, plain.length)),
                member(0, new byte[0]));
        assertThat(read(members)).isEqualTo(plain);
    }

    @Test
    void manyEmptyMembersCauseNoStackOverflow() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        byte[] empty = member(0, new byte[0]);
        for (int i = 0; i < 100_000; i++) {
            members.writeBytes(empty);
        }
        assertThat(read(members.toByteArray())).isEmpty();
    }

    @Test
    void aStreamMayReturnOneByteOrNoneAtATime() throws IOException {
        byte[] members = joined(member(NAME | CHECKSUM, plain), member(EXTRA, plain));
        InputStream slow = new ByteArrayInputStream(members) {
            private int calls;

            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, calls++ % 2));
            }
        };
        assertThat(read(slow)).isEqualTo(joined(plain, plain));
    }

    @Test
    void oneByteMayBeReadAtATime() throws IOException {
        byte[] some = Arrays.copyOf(plain, 1000);
        try (GzipStream stream = new GzipStream(new ByteArrayInputStream(member(0, some)))) {
            for (byte each : some) {
                assertThat(stream.read()).isEqualTo(each & 0xff);
            }
            assertThat(stream.read()).isEqualTo(-1);
            assertThat(stream.read()).isEqualTo(-1);
        }
    }

    @Test
    void outputOfTheJdkIsDecompressed() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        assertThat(read(packed.toByteArray())).isEqualTo(plain);
    }

    @Test
    void aTruncatedMemberIsDetected() {
        byte[] first = member(0, new byte[100]);
        byte[] members = joined(first, member(CHECKSUM | EXTRA | NAME | COMMENT, Arrays.copyOf(plain, 100)));
        for (int length = 1; length < members.length; length++) {
            byte[] cut = Arrays.copyOf(members, length);
            if (length != first.length) {
                assertThatThrownBy(() -> read(cut)).as("of %s bytes", length).hasMessage("its gzip is cut off");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 512, 200_000})
    void zerosMayFollow(int count) throws IOException {
        assertThat(read(joined(member(0, plain), new byte[count]))).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\0\0a", "\u001f", "\u001f\u0000", "\0\u001f\u008b\u0008"})
    void otherBytesMayNotFollow(String more) {
        byte[] followed = joined(member(0, plain), more.getBytes(ISO_8859_1));
        assertThatThrownBy(() -> read(followed))
                .isInstanceOf(IOException.class)
                .satisfies(e -> assertThat(e.getMessage())
                        .isIn("something that is not gzip follows its gzip", "its gzip is cut off"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anotherMethodThanDeflateIsDamage(boolean inSecondMember) {
        byte[] other = "\u001f\u008b\u0007".getBytes(ISO_8859_1);
        assertThatThrownBy(() -> read(inSecondMember ? joined(member(0, plain), other) : other))
                .isInstanceOf(IOException.class)
                .hasMessage("its gzip is damaged: its header has an unknown method");
    }

    @Test
    void aWrongChecksumOrSizeIsDamage() {
        byte[] header = header(0, 0, "", "");
        assertThatThrownBy(() -> read(member(header, plain, crc(plain) + 1, plain.length)))
                .hasMessage("its gzip is damaged: it has another checksum");
        assertThatThrownBy(() -> read(member(header, plain, crc(plain), plain.length + 1)))
                .hasMessage("its gzip is damaged: it has another size");
        byte[] checked = member(CHECKSUM | NAME, plain);
        checked[10] ^= 1;
        assertThatThrownBy(() -> read(checked)).hasMessage("its gzip is damaged: its header has another checksum");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x20, 0x40, 0x80})
    void unknownFlagsAreDamage(int flags) {
        assertThatThrownBy(() -> read(member(flags, plain)))
                .hasMessage("its gzip is damaged: its header has unknown flags");
    }

    @Test
    void invalidCompressedDataIsDamage() {
        byte[] damaged = member(0, plain);
        damaged[10] = (byte) 0xff;
        assertThatThrownBy(() -> read(damaged)).hasMessageStartingWith("its gzip is damaged: ");
    }

    @ParameterizedTest
    @ValueSource(ints = {NAME, COMMENT})
    void anEndlessNameOrCommentIsRejected(int flags) {
        byte[] start = Arrays.copyOf(header(flags, 0, "", ""), 10);
        long[] read = {0};
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return read[0] < start.length ? start[(int) read[0]++] & 0xff : 'a';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                Arrays.fill(into, offset, offset + length, (byte) 'a');
                int first = (int) Math.min(length, Math.max(0, start.length - read[0]));
                System.arraycopy(start, start.length - first, into, offset, first);
                read[0] += length;
                return length;
            }
        };
        assertThatThrownBy(() -> read(endless)).hasMessage("the header of its gzip has more than 1048576 bytes");
        assertThat(read[0]).isLessThan(2 << 20);
    }
}
