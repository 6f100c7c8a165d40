package dev.restorer.core.contents.tar;

import static dev.restorer.core.contents.tar.ReadTars.MAX_NAME_BYTES;
import static dev.restorer.core.contents.tar.ReadTars.MEBIBYTE;
import static dev.restorer.core.contents.tar.ReadTars.first;
import static dev.restorer.core.contents.tar.ReadTars.headers;
import static dev.restorer.core.contents.tar.ReadTars.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.core.contents.pipeline.IdleThreads;
import dev.restorer.core.contents.pipeline.TarPipeline;
import dev.restorer.core.contents.tar.ReadTars.Endless;
import dev.restorer.fixtures.Tar;
import dev.restorer.spi.LayerContents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarLimitsTest {

    private static final long GIGABYTE = 1L << 30;

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
