package dev.restorer.core.contents;

import dev.restorer.spi.LayerCache;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * What is read from a cache. It may be anybody's stream, so a failure of any kind is one of reading; and each read is a
 * place to tell how far it is, or to stop.
 */
final class CacheStream extends ReadStream {

    private final LayerCache cache;
    private final Progress progress;
    private final long size;
    private long bytes;

    CacheStream(LayerCache cache, LayerContents contents, Progress progress) {
        super(contents.stream());
        this.cache = cache;
        this.progress = progress;
        this.size = contents.size();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = readAny(into, offset, length);
        bytes += Math.max(read, 0);
        tell();
        return read;
    }

    private int readAny(byte[] into, int offset, int length) throws IOException {
        int read;
        try {
            read = in.read(into, offset, length);
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw CacheFailure.thrown(cache, e);
        }
        if (read > length || (read == 0 && length > 0)) {
            throw CacheFailure.returned(cache, read + " where " + length + " bytes were to be read");
        }
        return read;
    }

    /** Tells how far it is, or stops. */
    void tell() throws StoppedException {
        try {
            progress.read(bytes, size);
        } catch (RuntimeException e) {
            throw new StoppedException(e);
        }
    }

    /** What there is comes when it is read. Anybody's stream may tell anything here, or throw. */
    @Override
    public int available() {
        return 0;
    }

    /** What was read is checked against its digest, so it does not matter whether this fails. */
    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException | RuntimeException e) {
            // There is nothing more to read.
        }
    }
}
