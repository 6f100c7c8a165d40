package dev.restorer.core.contents.tar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.core.contents.pipeline.IdleThreads;
import dev.restorer.core.contents.pipeline.TarPipeline;
import dev.restorer.core.contents.tar.TarEntry.Kind;
import dev.restorer.fixtures.Tar;
import dev.restorer.spi.LayerContents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TarHeadersTest {

    private static final int MAX_NAME_BYTES = 4095;
    private static final long GIGABYTE = 1L << 30;
    private static final int MEBIBYTE = 1 << 20;

    private static TarHeaders headers(InputStream tar) {
        return new TarHeaders(tar, new TarPipeline(IdleThreads.none(), LayerContents.UNKNOWN_SIZE), MAX_NAME_BYTES);
    }

    /** Reads entries with their contents as text. */
    private static List<String> read(byte[] tar) throws IOException, RejectedException {
        List<String> read = new ArrayList<>();
        try (TarHeaders headers = headers(new ByteArrayInputStream(tar))) {
            for (TarEntry entry = headers.next(); entry != null; entry = headers.next()) {
                read.add(entry.name() + " " + contents(headers));
            }
        }
        return read;
    }

    private static String contents(TarHeaders headers) throws IOException, RejectedException {
        ByteArrayOutputStream contents = new ByteArrayOutputStream();
        for (ByteBuffer bytes = headers.contents(); bytes.hasRemaining(); bytes = headers.contents()) {
            byte[] piece = new byte[bytes.remaining()];
            bytes.get(piece);
            contents.writeBytes(piece);
        }
        return contents.toString(UTF_8);
    }

    private static TarEntry first(byte[] tar) throws IOException, RejectedException {
        TarEntry entry = headers(new ByteArrayInputStream(tar)).next();
        assertThat(entry).isNotNull();
        return entry;
    }

    /** Creates the header of a file, changed before its checksum is calculated. */
    private static byte[] changed(Consumer<byte[]> change) {
        byte[] header = Tar.header('0', "name", "", 0644, 0);
        change.accept(header);
        return Tar.withChecksum(header);
    }

    /** Creates a stream with all bytes that the header specifies, which are generated while they are read. */
    @ParameterizedTest
    @ValueSource(chars = {'L', 'K', 'x', 'g', 'X'})
    void anExtendedHeaderOfAGigabyteIsRejectedAfterOneMebibyte(char type) {
        byte[] start = type == 'L' || type == 'K' ? new byte[] {'a'} : (GIGABYTE + " comment=").getBytes(UTF_8);
        Endless data = new Endless((byte) 'a');
        InputStream header = new ByteArrayInputStream(Tar.header(type, "x", "", 0644, GIGABYTE));
        InputStream stream =
                new SequenceInputStream(header, new SequenceInputStream(new ByteArrayInputStream(start), data));

        assertThatThrownBy(() -> headers(stream).next())
                .isInstanceOf(RejectedException.class)
                .hasMessage("the headers of an entry have more than 1048576 bytes");
        assertThat(data.read).isLessThan(2 * MEBIBYTE);
    }

    @Test
    void theContentsOfFilesAreNotCounted() throws Exception {
        Tar tar = new Tar().file("/bp/x/a", "a".repeat(3 * MEBIBYTE)).file("/bp/x/b", "b");
        assertThat(read(tar.bytes())).containsExactly("/bp/x/a " + "a".repeat(3 * MEBIBYTE), "/bp/x/b b");
    }

    @Test
    void contentsThatAreNotReadAreSkipped() throws Exception {
        Tar tar = new Tar().file("a", "a".repeat(MEBIBYTE + 1)).file("b", "b");
        try (TarHeaders headers = headers(new ByteArrayInputStream(tar.bytes()))) {
            assertThat(headers.next()).extracting(TarEntry::name).isEqualTo("a");
            assertThat(headers.contents().remaining()).isPositive();
            assertThat(headers.next()).extracting(TarEntry::name).isEqualTo("b");
            assertThat(headers.next()).isNull();
        }
    }

    @Test
    void aStreamMayReturnFewBytesAtATime() throws Exception {
        Tar tar = new Tar().longName("long").file("a", "a".repeat(1000)).file("b", "b");
        InputStream slow = new ByteArrayInputStream(tar.bytes()) {
            private int calls;

            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, calls++ % 2 * 7));
            }
        };
        try (TarHeaders headers = headers(slow)) {
            assertThat(headers.next()).extracting(TarEntry::name).isEqualTo("long");
            assertThat(contents(headers)).isEqualTo("a".repeat(1000));
            assertThat(headers.next()).extracting(TarEntry::name).isEqualTo("b");
            assertThat(headers.next()).isNull();
            headers.readToEnd();
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {'L', 'K', 'x', 'g'})
    void manyHeadersOfOneEntryAreRejectedAboveOneMebibyteWithoutAStackOverflow(char type) throws Exception {
        assertThat(onASmallStack(manyHeaders(type, 1000))).isEqualTo("a");
        assertThat(onASmallStack(manyHeaders(type, 1100)))
                .isEqualTo("the headers of an entry have more than 1048576 bytes");
    }

    private static byte[] manyHeaders(char type, int count) {
        Tar tar = new Tar();
        String content = type == 'L' || type == 'K' ? "a" + "\0".repeat(511) : Tar.paxRecord("path", "a".repeat(500));
        String last = type == 'L' || type == 'K' ? content : Tar.paxRecord("path", "a");
        IntStream.range(1, count).forEach(i -> tar.entry(type, "x", "", 0644, content));
        return tar.entry(type, "x", "", 0644, last).file("a", "").bytes();
    }

    /** Returns the name of the first entry, or the reason why it cannot be read. */
    private static String onASmallStack(byte[] tar) throws InterruptedException {
        String[] outcome = {"a thread that ended otherwise"};
        Thread small = new Thread(
                null,
                () -> {
                    try {
                        outcome[0] = first(tar).name();
                    } catch (IOException | RejectedException e) {
                        outcome[0] = String.valueOf(e.getMessage());
                    }
                },
                "small",
                128 << 10);
        small.start();
        small.join();
        return outcome[0];
    }

    /** A global path, which no program writes, and records that are ignored, in any number. */
    @Test
    void globalRecordsApplyToAllFollowingEntries() throws Exception {
        Tar tar = new Tar().file("a", "");
        for (int i = 0; i < 40; i++) {
            StringBuilder records = new StringBuilder();
            for (int record = 0; record < 3000; record++) {
                records.append(Tar.paxRecord("comment" + i + "." + record, "1"));
            }
            tar.entry('g', "g", "", 0644, records.toString());
            tar.entry('g', "g", "", 0644, Tar.paxRecord("path", "global" + i));
            tar.file("b", "");
        }
        tar.pax("path", "local").file("c", "");
        tar.pax("path", "").file("d", "");
        tar.entry('g', "g", "", 0644, Tar.paxRecord("path", "")).file("e", "");
        assertThat(read(tar.bytes()))
                .hasSize(44)
                .startsWith("a ", "global0 ", "global1 ")
                .endsWith("local ", "d ", "e ");
    }

    @Test
    void theLastOfSeveralPaxHeadersIsUsed() throws Exception {
        assertThat(first(new Tar()
                        .pax("path", "one")
                        .pax("linkpath", "two")
                        .symbolicLink("own", "")
                        .bytes()))
                .isEqualTo(new TarEntry(Kind.SYMBOLIC_LINK, "own", "two", 0777, 0));
    }

    @Test
    void aLongNameOfGnuTarComesBeforeAPaxRecord() throws Exception {
        assertThat(first(new Tar()
                                .longName("gnu")
                                .pax("path", "pax")
                                .file("own", "")
                                .bytes())
                        .name())
                .isEqualTo("gnu");
    }

    @ParameterizedTest
    @CsvSource({
        "ustar, prefix/name", // with its version, which some programs omit
        "ustar-star, prefix/name",
        "gnu, prefix/name", // as Go before 1.8 wrote it
        "none, name",
    })
    void aNameInTwoPartsIsReadInTheFormatsThatHaveIt(String format, String name) throws Exception {
        byte[] header = changed(bytes -> {
            switch (format) {
                case "gnu" -> put(bytes, 257, "ustar  \0");
                case "none" -> put(bytes, 257, "\0\0\0\0\0\0\0\0");
                case "ustar-star" -> {
                    put(bytes, 508, "tar\0");
                    put(bytes, 345 + 131, "00000000001\0");
                }
                default -> put(bytes, 263, "\0\0");
            }
            put(bytes, 345, "prefix");
        });
        assertThat(first(header).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000001\0" + "00000000002\0", "\0", "prefix\u00e9"})
    void aHeaderOfGnuTarWithTimesOrWithOtherBytesHasNoPrefix(String times) throws Exception {
        byte[] header = changed(bytes -> {
            put(bytes, 257, "ustar  \0");
            put(bytes, 345, times);
        });
        assertThat(first(header).name()).isEqualTo("name");
    }

    @Test
    void aNameInTwoPartsMayFillItsFields() throws Exception {
        byte[] header = changed(bytes -> {
            put(bytes, 0, "n".repeat(100));
            put(bytes, 345, "p".repeat(155));
        });
        assertThat(first(header).name()).isEqualTo("p".repeat(155) + "/" + "n".repeat(100));
        byte[] star = changed(bytes -> {
            put(bytes, 345, "p".repeat(131) + "00000000001\0" + "00000000001\0");
            put(bytes, 508, "tar\0");
        });
        assertThat(first(star).name()).isEqualTo("p".repeat(131) + "/name");
    }

    private static void put(byte[] bytes, int at, String text) {
        byte[] put = text.getBytes(UTF_8);
        System.arraycopy(put, 0, bytes, at, put.length);
    }

    @Test
    void aHeaderOfGnuTarWithEmptySparseStructuresIsAFile() throws Exception {
        byte[] header = changed(bytes -> {
            put(bytes, 257, "ustar  \0");
            Arrays.fill(bytes, 386, 483, (byte) 0);
        });
        assertThat(first(header).kind()).isEqualTo(Kind.FILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000017\0",
                "17\0",
                "17 ",
                "    17 \0",
                " 17\0\0\0\0\0\0\0\0",
                "00000000017 ",
                "000000000017",
                "17\0x",
                "17\0 9",
            })
    void numbersMayHaveSeveralForms(String field) throws Exception {
        assertThat(first(changed(bytes -> {
                            Arrays.fill(bytes, 124, 136, (byte) 0);
                            put(bytes, 124, field);
                        }))
                        .size())
                .isEqualTo(15);
    }

    @Test
    void onlyTwelveBitsOfAModeAreUsed() throws Exception {
        assertThat(first(new Tar().file("a", 0107755, "").bytes()).mode()).isEqualTo(07755);
    }

    @Test
    void anEmptyNumberIsZero() throws Exception {
        assertThat(first(changed(bytes -> Arrays.fill(bytes, 124, 136, (byte) 0)))
                        .size())
                .isZero();
        assertThat(first(changed(bytes -> Arrays.fill(bytes, 124, 136, (byte) ' ')))
                        .size())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000000008\0", "x", "-1", "17x", "0x17", "1 7", "17 \0x", "\0x"})
    void anInvalidNumberIsDamage(String field) {
        assertThatThrownBy(() -> first(changed(bytes -> {
                    Arrays.fill(bytes, 124, 136, (byte) 0);
                    put(bytes, 124, field);
                })))
                .hasMessage("a header of its tar is damaged");
    }

    /**
     * The mode, the owner, the time, and the numbers of a device; as in Go's reader, those of every format that has
     * them.
     */
    @ParameterizedTest
    @CsvSource({
        "'',100",
        "'',108",
        "'',116",
        "'',136",
        "'ustar  \0',329",
        "'ustar\0',337",
        "'ustar\0',476",
        "'ustar\0',488"
    })
    void aNumberWithoutAnEffectMustBeANumberToo(String format, int at) {
        byte[] header = changed(bytes -> {
            put(bytes, 257, format);
            put(bytes, 508, "tar\0");
            put(bytes, at, "0000x00\0");
        });
        assertThatThrownBy(() -> first(header)).hasMessage("a header of its tar is damaged");
    }

    @Test
    void anExtendedHeaderMustHaveNumbersToo() {
        byte[] header = Tar.header('x', "x", "", 0644, 0);
        put(header, 108, "x");
        assertThatThrownBy(() -> first(Tar.withChecksum(header))).hasMessage("a header of its tar is damaged");
    }

    @ParameterizedTest
    @ValueSource(ints = {329, 337, 476, 488})
    void theOldestFormatHasNoNumbersOfDevicesAndOneTime(int at) throws Exception {
        byte[] header = changed(bytes -> {
            Arrays.fill(bytes, 257, 265, (byte) 0);
            put(bytes, at, "x");
        });
        assertThat(first(header).name()).isEqualTo("name");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 0777, 1L << 33, (1L << 36) + 255, Long.MAX_VALUE})
    void aSizeMayBeInBase256(long size) throws Exception {
        byte[] header = changed(bytes -> {
            ByteBuffer.wrap(bytes, 124, 12).putInt(0x80000000).putLong(size);
        });
        assertThat(first(header).size()).isEqualTo(size);
    }

    @Test
    void aSizeInBase256MayNotBeNegative() {
        byte[] header =
                changed(bytes -> ByteBuffer.wrap(bytes, 124, 12).putInt(-1).putLong(-5));
        assertThatThrownBy(() -> first(header)).hasMessage("the entry name has a negative size");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80000001, 0xbfffffff, 0xfffffffe, 0xc0000000})
    void aSizeInBase256ThatIsTooLargeIsDamage(int start) {
        byte[] header =
                changed(bytes -> ByteBuffer.wrap(bytes, 124, 12).putInt(start).putLong(0));
        assertThatThrownBy(() -> first(header)).hasMessage("a header of its tar is damaged");
    }

    @Test
    void aNegativeSizeIsDamage() {
        byte[] header = Tar.header('x', "x", "", 0644, 0);
        ByteBuffer.wrap(header, 124, 12).putInt(-1).putLong(-512);
        assertThatThrownBy(() -> first(Tar.withChecksum(header))).hasMessage("a header of its tar is damaged");
    }

    @Test
    void aChecksumOfSignedBytesIsAccepted() throws Exception {
        byte[] header = Tar.header('0', "ü", "", 0644, 0);
        int sum = Integer.parseInt(new String(header, 148, 6, UTF_8), 8) - 2 * 256;
        put(header, 148, String.format("%06o", sum));
        assertThat(first(header).name()).isEqualTo("ü");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 99, 100, 148, 156, 257, 511})
    void aHeaderWithOneWrongByteIsDamage(int at) {
        byte[] tar = new Tar().file("a", "").file("b", "").bytes();
        tar[512 + at] ^= 1;
        assertThatThrownBy(() -> read(tar)).hasMessage("a header of its tar is damaged");
    }

    @Test
    void bytesThatAreNotATarAreReportedAsSuch() {
        byte[] garbage = new byte[10_240];
        Arrays.fill(garbage, (byte) 0xff);
        assertThatThrownBy(() -> first(garbage))
                .isInstanceOf(RejectedException.class)
                .hasMessage("it is no tar");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 20})
    void theEndMayHaveTwoEmptyBlocksOrOneOrNone(int blocks) throws Exception {
        byte[] tar = new Tar().file("a", "one").unfinished();
        assertThat(read(Arrays.copyOf(tar, tar.length + 512 * blocks))).containsExactly("a one");
    }

    @Test
    void oneMebibyteMayFollowTheEnd() throws Exception {
        byte[] tar = new Tar().file("a", "one").bytes();
        for (int more : new int[] {0, MEBIBYTE, MEBIBYTE + 1}) {
            TarHeaders headers = headers(new ByteArrayInputStream(Arrays.copyOf(tar, tar.length + more)));
            assertThat(headers.next()).isNotNull();
            assertThat(headers.next()).isNull();
            if (more <= MEBIBYTE) {
                headers.readToEnd();
            } else {
                assertThatThrownBy(headers::readToEnd).hasMessage("more than 1048576 bytes follow the end of its tar");
            }
        }
    }

    @Test
    void bytesAfterTheEndAreLimited() throws Exception {
        Endless zeros = new Endless((byte) 0);
        TarHeaders headers = headers(zeros);
        assertThat(headers.next()).isNull();
        assertThatThrownBy(headers::readToEnd).isInstanceOf(RejectedException.class);
        assertThat(zeros.read).isLessThan(2 * MEBIBYTE);
    }

    @Test
    void bytesAfterOneEmptyBlockAreDamage() {
        Tar tar = new Tar().file("a", "one").raw(new byte[512]).file("b", "two");
        assertThatThrownBy(() -> read(tar.bytes())).hasMessage("a header of its tar is damaged");
    }

    /** The padding of the last block may be missing, as in Go's reader. */
    @Test
    void aTarMayEndWithTheLastByteOfItsContents() throws Exception {
        assertThat(read(Arrays.copyOf(new Tar().file("a", "one").bytes(), 515))).containsExactly("a one");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 511, 512 + 2, 1024 + 1, 1536 - 1, 1536 + 100, 2048 + 2})
    void aTarThatEndsWithinAHeaderOrContentsIsTruncated(int length) {
        byte[] tar =
                new Tar().file("a", "one").pax("path", "c").file("b", "two").bytes();
        assertThatThrownBy(() -> read(Arrays.copyOf(tar, length))).hasMessage("its tar is cut off");
    }

    @ParameterizedTest
    @ValueSource(chars = {'L', 'K', 'x'})
    void aTarThatEndsAfterAnExtendedHeaderIsTruncated(char type) {
        String content = type == 'x' ? Tar.paxRecord("mtime", "1") : "name";
        assertThatThrownBy(
                        () -> read(new Tar().entry(type, "x", "", 0644, content).bytes()))
                .hasMessage("its tar is cut off");
    }

    @ParameterizedTest
    @ValueSource(chars = {'1', '2', '3', '4', '5', '6'})
    void linksDirectoriesDevicesAndPipesHaveNoContents(char type) throws Exception {
        Tar tar = new Tar().raw(Tar.header(type, "a", "b", 0644, 100)).file("c", "c");
        assertThat(read(tar.bytes())).containsExactly("a ", "c c");
    }

    @ParameterizedTest
    @ValueSource(chars = {'0', '7', '\0'})
    void aDirectoryWithAFilesTypeHasNoContents(char type) throws Exception {
        assertThat(first(new Tar().entry(type, "a/", "", 0755, "").bytes()).kind())
                .isEqualTo(Kind.DIRECTORY);
        assertThatThrownBy(
                        () -> first(new Tar().entry(type, "a/", "", 0755, "one").bytes()))
                .hasMessage("the entry a/ is a directory by its name, and has contents");
    }

    /** A stream that repeats one byte, and counts how many are read. */
    private static final class Endless extends InputStream {
        private final byte each;
        private long read;

        private Endless(byte each) {
            this.each = each;
        }

        @Override
        public int read() {
            read++;
            return each;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            Arrays.fill(into, offset, offset + length, each);
            read += length;
            return length;
        }
    }

    @Test
    void theHeadersOfAllEntriesHaveACommonLimit() throws IOException, RejectedException {
        byte[] tar = new Tar()
                .longName("one")
                .file("/layers/bp/x/one", "")
                .longName("two")
                .file("/layers/bp/x/two", "")
                .bytes();
        try (TarHeaders headers = new TarHeaders(
                new ByteArrayInputStream(tar),
                new TarPipeline(IdleThreads.none(), LayerContents.UNKNOWN_SIZE),
                MAX_NAME_BYTES,
                1_024)) {
            assertThat(headers.next()).isNotNull();
            assertThatThrownBy(headers::next)
                    .isInstanceOf(RejectedException.class)
                    .hasMessage("the headers before its entries have too many bytes together");
        }
    }
}
