package dev.restorer.layercache.tck;

import dev.restorer.api.CacheMetadata;
import dev.restorer.api.MetadataReadException;
import dev.restorer.api.UnusableMetadataException;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.LayerContents;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A cache in memory that keeps every promise. Faults override its methods. */
class SoundCache implements LayerCache {

    /** The state of the cache. */
    enum State {
        FILLED,
        MISSING,
        BROKEN,
        /** The metadata is cut off. */
        DAMAGED,
        /** Contents do not come to their end. */
        STALLING
    }

    final State state;
    private final CachedBuild build;

    SoundCache(State state, CachedBuild build) {
        this.state = state;
        this.build = build;
    }

    @Override
    public boolean exists() {
        return state != State.MISSING;
    }

    @Override
    public CacheMetadata metadata() {
        if (state == State.BROKEN) {
            throw new MetadataReadException("The cache", "it is broken", "Mend it");
        }
        if (state == State.DAMAGED) {
            throw new UnusableMetadataException("The cache", "its metadata is cut off", "Build without it");
        }
        return state == State.MISSING ? CacheMetadata.empty() : build.metadata();
    }

    @Override
    public OptionalLong size(String diffId) {
        byte @Nullable [] bytes = build.layers().get(diffId);
        return bytes == null || state == State.MISSING ? OptionalLong.empty() : OptionalLong.of(bytes.length);
    }

    @Override
    public Optional<LayerContents> contents(String diffId) throws IOException {
        if (state == State.BROKEN) {
            throw new IOException("the cache is broken");
        }
        Map<String, byte[]> layers = state == State.MISSING ? Map.of() : build.layers();
        byte @Nullable [] bytes = layers.get(diffId);
        return bytes == null ? Optional.empty() : Optional.of(new LayerContents(stream(bytes), size(bytes)));
    }

    long size(byte[] bytes) {
        return bytes.length;
    }

    InputStream stream(byte[] bytes) throws IOException {
        return state == State.STALLING ? new StallingStream(bytes) : new Stream(bytes);
    }

    /** A stream that waits at its end until it is closed. */
    static class StallingStream extends Stream {
        private final CountDownLatch closing = new CountDownLatch(1);

        StallingStream(byte[] bytes) {
            super(bytes);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            if (count < 0) {
                awaitClose(closing);
                throw new IOException("the stream was closed");
            }
            return count;
        }

        void awaitClose(CountDownLatch closed) throws IOException {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }

        @Override
        public void close() throws IOException {
            super.close();
            closing.countDown();
        }
    }

    /** A stream that fails once it was closed. */
    static class Stream extends FilterInputStream {
        private volatile boolean closed;

        Stream(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (closed) {
                throw new IOException("the stream was closed");
            }
            return in.read(into, offset, length);
        }

        @Override
        public void close() throws IOException {
            closed = true;
        }
    }
}
