package dev.restorer.core.contents.tar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.core.contents.pipeline.IdleThreads;
import dev.restorer.core.contents.pipeline.TarPipeline;
import dev.restorer.fixtures.Tar;
import dev.restorer.spi.LayerContents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Reads tars in tests, and makes headers for them. */
final class ReadTars {

    /** The longest name that is accepted. */
    static final int MAX_NAME_BYTES = 4095;

    static final int MEBIBYTE = 1 << 20;

    private ReadTars() {}

    static TarHeaders headers(InputStream tar) {
        return new TarHeaders(tar, new TarPipeline(IdleThreads.none(), LayerContents.UNKNOWN_SIZE), MAX_NAME_BYTES);
    }

    /** Reads entries with their contents as text. */
    static List<String> read(byte[] tar) throws IOException, RejectedException {
        List<String> read = new ArrayList<>();
        try (TarHeaders headers = headers(new ByteArrayInputStream(tar))) {
            for (TarEntry entry = headers.next(); entry != null; entry = headers.next()) {
                read.add(entry.name() + " " + contents(headers));
            }
        }
        return read;
    }

    static String contents(TarHeaders headers) throws IOException, RejectedException {
        ByteArrayOutputStream contents = new ByteArrayOutputStream();
        for (ByteBuffer bytes = headers.contents(); bytes.hasRemaining(); bytes = headers.contents()) {
            byte[] piece = new byte[bytes.remaining()];
            bytes.get(piece);
            contents.writeBytes(piece);
        }
        return contents.toString(UTF_8);
    }

    static TarEntry first(byte[] tar) throws IOException, RejectedException {
        TarEntry entry = headers(new ByteArrayInputStream(tar)).next();
        assertThat(entry).isNotNull();
        return entry;
    }

    /** Creates the header of a file, changed before its checksum is calculated. */
    static byte[] changed(Consumer<byte[]> change) {
        byte[] header = Tar.header('0', "name", "", 0644, 0);
        change.accept(header);
        return Tar.withChecksum(header);
    }

    static void put(byte[] bytes, int at, String text) {
        byte[] put = text.getBytes(UTF_8);
        System.arraycopy(put, 0, bytes, at, put.length);
    }

    /** A stream that repeats one byte, and counts how many are read. */
    static final class Endless extends InputStream {
        private final byte each;
        long read;

        Endless(byte each) {
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
