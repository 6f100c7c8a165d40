package dev.restorer.core.contents.stream;

import dev.restorer.core.contents.failure.StoppedException;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.LayerContents;
import dev.restorer.vendors.Vendor;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * The stream of a cache's contents. It may be an implementation of another vendor, so whatever it throws is treated as
 * a read failure. Each read reports the progress, and may stop the extraction.
 */
public final class CacheStream extends ReadStream {

    private final LayerCache cache;
    private final Progress progress;
    private final long size;
    private long bytes;

    public CacheStream(LayerCache cache, LayerContents contents, Progress progress) {
        super(contents.stream());
        this.cache = cache;
        this.progress = progress;
        this.size = Math.max(contents.size(), LayerContents.UNKNOWN_SIZE);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = readAny(into, offset, length);
        bytes += Math.max(read, 0);
        report();
        return read;
    }

    /** Returns the size of the contents, or {@link LayerContents#UNKNOWN_SIZE}. It is only what the cache says. */
    public long size() {
        return size;
    }

    private int readAny(byte[] into, int offset, int length) throws IOException {
        int read;
        try {
            read = in.read(into, offset, length);
        } catch (ClosedByInterruptException | VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            throw CacheFailure.thrown(cache, e);
        }
        if (read > length || (read == 0 && length > 0)) {
            throw CacheFailure.returned(cache, read + " where " + length + " bytes were to be read");
        }
        return read;
    }

    /** Reports the progress, and stops the extraction if the listener throws. */
    void report() throws StoppedException {
        try {
            progress.read(bytes, size);
        } catch (RuntimeException e) {
            throw new StoppedException(e);
        }
    }

    /** Returns 0, since the stream of another vendor may return a wrong number, or throw. */
    @Override
    public int available() {
        return 0;
    }

    /** Ignores failures, since the digest of the bytes that were read is verified. */
    @Override
    public void close() {
        try {
            in.close();
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            Vendor.keepInterrupt(e); // and nothing more is read
        }
    }
}
