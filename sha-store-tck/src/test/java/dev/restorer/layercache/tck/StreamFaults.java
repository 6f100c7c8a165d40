package dev.restorer.layercache.tck;

import dev.restorer.layercache.tck.SoundCache.State;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Faults of the streams of a cache. */
final class StreamFaults {

    private StreamFaults() {}

    /** A cache whose streams have a fault. */
    @FunctionalInterface
    private interface Faulty {
        InputStream stream(byte[] bytes) throws IOException;
    }

    private static CacheFault fault(String what, String caughtBy, Faulty faulty) {
        return new CacheFault(what, caughtBy, (state, build) -> withStreams(state, build, faulty));
    }

    private static SoundCache withStreams(State state, CachedBuild build, Faulty faulty) {
        return new SoundCache(state, build) {
            @Override
            InputStream stream(byte[] bytes) throws IOException {
                return faulty.stream(bytes);
            }
        };
    }

    static Stream<CacheFault> all() {
        return Stream.of(
                fault(
                        "loses the end of large contents",
                        "layersHaveTheirBytes",
                        bytes -> new SoundCache.Stream(Arrays.copyOf(bytes, Math.min(bytes.length, 1 << 20)))),
                fault("returns no byte where one was asked for", "readsOfAnyLengthReturnTheBytes", NoByteAtFirst::new),
                fault("fails at its end", "readsOfAnyLengthReturnTheBytes", FailingAtEnd::new),
                new CacheFault(
                        "has a wrong size",
                        "theSizeIsTheNumberOfBytes",
                        (state, build) -> new SoundCache(state, build) {
                            @Override
                            long size(byte[] bytes) {
                                return bytes.length + 1L;
                            }
                        }),
                new CacheFault("has one stream for a layer", "streamsAreIndependent", StreamFaults::sharing),
                new CacheFault(
                        "lets one thread read", "manyThreadsReadAtOnce", (state, build) -> oneAtATime(state, build)),
                fault("fails if it is closed again", "contentsMayBeClosedEarlyAndAgain", ClosedOnce::new),
                new CacheFault("keeps connections", "closedContentsHoldNothing", StreamFaults::leaking),
                new CacheFault(
                        "keeps connections whose end was read",
                        "contentsThatWereReadHoldNothing",
                        StreamFaults::leakingAtTheEnd),
                new CacheFault(
                        "clears an interrupt when a read waits",
                        "anInterruptOfAReadThatWaitsIsKept",
                        (state, build) -> state == State.STALLING
                                ? withStreams(state, build, ClearingInterrupts::new)
                                : new SoundCache(state, build)),
                fault("blocks readers after close", "anotherThreadMayCloseContents", BlockingAfterClose::new),
                new CacheFault(
                        "leaves a read that waits when it is closed",
                        "aReadThatWaitsEndsWithClose",
                        (state, build) -> state == State.STALLING
                                ? withStreams(state, build, WaitingForever::new)
                                : new SoundCache(state, build)),
                fault("waits in close", "anotherThreadMayCloseContents", BlockingInClose::new));
    }

    private static SoundCache sharing(State state, CachedBuild build) {
        Map<Integer, InputStream> streams = new ConcurrentHashMap<>();
        return withStreams(
                state, build, bytes -> streams.computeIfAbsent(bytes.length, length -> new SoundCache.Stream(bytes)));
    }

    private static SoundCache oneAtATime(State state, CachedBuild build) {
        Semaphore open = new Semaphore(1);
        return withStreams(state, build, bytes -> {
            if (!open.tryAcquire()) {
                throw new IOException("another thread reads");
            }
            return new SoundCache.Stream(bytes) {
                @Override
                public void close() throws IOException {
                    super.close();
                    open.release();
                }
            };
        });
    }

    private static void take(Semaphore connections) throws IOException {
        if (!connections.tryAcquire()) {
            throw new IOException("no connection is left");
        }
    }

    private static SoundCache leaking(State state, CachedBuild build) {
        Semaphore connections = new Semaphore(100);
        return withStreams(state, build, bytes -> {
            take(connections);
            return new SoundCache.Stream(bytes);
        });
    }

    private static SoundCache leakingAtTheEnd(State state, CachedBuild build) {
        Semaphore connections = new Semaphore(100);
        return withStreams(state, build, bytes -> {
            take(connections);
            return new SoundCache.Stream(bytes) {
                @Override
                public void close() throws IOException {
                    if (in.available() > 0) {
                        connections.release();
                    }
                    super.close();
                }
            };
        });
    }

    /** Ignores an interrupt, as some clients do. */
    private static final class ClearingInterrupts extends SoundCache.StallingStream {
        ClearingInterrupts(byte[] bytes) {
            super(bytes);
        }

        @Override
        void awaitClose(CountDownLatch closed) {
            boolean waiting = true;
            while (waiting) {
                try {
                    closed.await();
                    waiting = false;
                } catch (InterruptedException e) {
                    // It waits on.
                }
            }
        }
    }

    private static final class NoByteAtFirst extends SoundCache.Stream {
        private boolean returnedNone;

        NoByteAtFirst(byte[] bytes) {
            super(bytes);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (!returnedNone && offset > 0) {
                returnedNone = true;
                return 0;
            }
            return super.read(into, offset, length);
        }
    }

    private static final class FailingAtEnd extends SoundCache.Stream {
        private boolean ended;

        FailingAtEnd(byte[] bytes) {
            super(bytes);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (ended) {
                throw new IOException("the end was read");
            }
            int count = super.read(into, offset, length);
            ended = count < 0;
            return count;
        }
    }

    private static final class ClosedOnce extends SoundCache.Stream {
        private boolean closed;

        ClosedOnce(byte[] bytes) {
            super(bytes);
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                throw new IOException("it was closed");
            }
            closed = true;
            super.close();
        }
    }

    private static final class BlockingAfterClose extends SoundCache.Stream {
        private volatile boolean closed;

        BlockingAfterClose(byte[] bytes) {
            super(bytes);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            while (closed) {
                LockSupport.parkNanos(1_000_000_000);
            }
            return super.read(into, offset, length);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static final class WaitingForever extends SoundCache.StallingStream {
        WaitingForever(byte[] bytes) {
            super(bytes);
        }

        @Override
        void awaitClose(CountDownLatch closed) {
            while (true) {
                LockSupport.parkNanos(1_000_000_000);
            }
        }
    }

    private static final class BlockingInClose extends SoundCache.Stream {
        private boolean atEnd;

        BlockingInClose(byte[] bytes) {
            super(bytes);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            atEnd |= count < 0;
            return count;
        }

        @Override
        public void close() {
            while (!atEnd && !Thread.currentThread().getName().equals("main")) {
                LockSupport.parkNanos(1_000_000_000);
            }
        }
    }
}
