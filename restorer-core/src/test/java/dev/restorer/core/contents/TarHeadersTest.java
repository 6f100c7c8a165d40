package dev.restorer.core.contents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarHeadersTest {

    private static final long GIGABYTE = 1L << 30;
    private static final int MEBIBYTE = 1 << 20;

    /** The stream has all the bytes that the header tells of, made as they are read. */
    @ParameterizedTest
    @ValueSource(chars = {'L', 'K', 'x', 'g', 'X'})
    void aHeaderThatSaysItHasAGigabyteIsRefusedAfterOneMebibyte(char type) {
        byte[] start = type == 'L' || type == 'K' ? new byte[] {'a'} : (GIGABYTE + " comment=").getBytes(UTF_8);
        Endless data = new Endless((byte) 'a');
        InputStream header = new ByteArrayInputStream(Tar.header(type, "x", "", 0644, GIGABYTE));
        InputStream stream =
                new SequenceInputStream(header, new SequenceInputStream(new ByteArrayInputStream(start), data));

        assertThatThrownBy(() -> new TarHeaders(stream).next()).isInstanceOf(IOException.class);
        assertThat(data.read).isLessThan(2 * MEBIBYTE);
    }

    @Test
    void theContentsOfAFileDoNotCount() throws IOException {
        Tar tar = new Tar().file("/bp/x/a", "a".repeat(3 * MEBIBYTE)).file("/bp/x/b", "b");
        try (TarHeaders headers = new TarHeaders(new ByteArrayInputStream(tar.bytes()))) {
            assertThat(headers.next()).extracting(TarArchiveEntry::getName).isEqualTo("/bp/x/a");
            byte[] into = new byte[1 << 16];
            while (headers.read(into) >= 0) {
                // to the end of the file
            }
            assertThat(headers.next()).extracting(TarArchiveEntry::getName).isEqualTo("/bp/x/b");
            assertThat(headers.next()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {'L', 'K', 'x', 'g'})
    void aHeaderOfHeadersOfHeadersIsRefusedAndExhaustsNoStack(char type) throws Exception {
        Tar tar = new Tar();
        String content = type == 'L' || type == 'K' ? "a" : Tar.paxRecord("comment", "a");
        IntStream.range(0, 1_000_000 / 1024).forEach(i -> tar.entry(type, "x", "", 0644, content));
        byte[] bytes = tar.file("/bp/x/a", "a").bytes();
        Throwable[] thrown = new Throwable[1];
        Thread small = new Thread(null, () -> thrown[0] = thrownBy(bytes), "small", 128 << 10);
        small.start();
        small.join();
        assertThat(thrown[0]).isInstanceOf(IOException.class);
    }

    private static Throwable thrownBy(byte[] tar) {
        try (TarHeaders headers = new TarHeaders(new ByteArrayInputStream(tar))) {
            headers.next();
            return new AssertionError("It was read");
        } catch (Throwable e) {
            return e;
        }
    }

    /** Each says something else for all entries to come, which would be kept until the end. */
    @ParameterizedTest
    @ValueSource(strings = {"comment", "GNU.sparse.offset"})
    void whatGlobalHeadersSayMustNotGrow(String keyword) {
        Tar tar = new Tar();
        for (int i = 0; i < 40; i++) {
            StringBuilder records = new StringBuilder();
            for (int record = 0; record < 3000; record++) {
                String end = keyword.equals("comment") ? i + "." + record : "";
                records.append(Tar.paxRecord(keyword + end, "1"));
            }
            tar.entry('g', "g", "", 0644, records.toString()).file("/bp/x/" + i, "a");
        }
        assertThatThrownBy(() -> readAll(tar.bytes())).isInstanceOf(IOException.class);
    }

    private static void readAll(byte[] tar) throws IOException {
        try (TarHeaders headers = new TarHeaders(new ByteArrayInputStream(tar))) {
            for (TarArchiveEntry entry = headers.next(); entry != null; entry = headers.next()) {
                while (headers.read(new byte[10]) >= 0) {
                    // to the end of the file
                }
            }
        }
    }

    @Test
    void whatIsNoTarIsAnErrorOfReading() {
        byte[] garbage = new byte[10_240];
        Arrays.fill(garbage, (byte) 0xff);
        assertThatThrownBy(() -> new TarHeaders(new ByteArrayInputStream(garbage)).next())
                .isInstanceOf(IOException.class);
    }

    /** Has any number of one byte, and counts how many of them are read. */
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
}
