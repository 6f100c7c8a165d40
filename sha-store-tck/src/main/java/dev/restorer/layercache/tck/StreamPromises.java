package dev.restorer.layercache.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.restorer.spi.LayerCache;
import dev.restorer.spi.LayerContents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The part of the contract about the streams of contents. */
abstract class StreamPromises extends CachePromises {

    private static final int THREADS = 8;

    /** More than a pool of connections has. */
    private static final int ABANDONED = 300;

    static final long WAITING_MILLIS = 500;

    StreamPromises() {}

    @Test
    @DisplayName("Each layer has the bytes that the exporter wrote, plain or as gzip")
    void layersHaveTheirBytes() throws Exception {
        LayerCache cache = cache();
        for (String diffId : build.layers().keySet()) {
            assertBytes(open(cache, diffId).stream().readAllBytes(), diffId);
        }
    }

    @Test
    @DisplayName("Reads of any length return the same bytes, at least one each, and then the end again and again")
    void readsOfAnyLengthReturnTheBytes() throws Exception {
        InputStream stream = open(cache(), smallLayer()).stream();
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        read.write(stream.read());
        byte[] buffer = new byte[1_024];
        int length = 1;
        int count = stream.read(buffer, 3, length);
        while (count >= 0) {
            assertThat(count).as("the result of a read of %s bytes", length).isBetween(1, length);
            read.write(buffer, 3, count);
            length = Math.min(2 * length, 512);
            count = stream.read(buffer, 3, length);
        }
        assertBytes(read.toByteArray(), smallLayer());
        assertThat(stream.read()).as("a read at the end").isEqualTo(-1);
        assertThat(stream.read(buffer, 0, 10)).as("another read at the end").isEqualTo(-1);
    }

    @Test
    @DisplayName("The size is the number of bytes, or unknown")
    void theSizeIsTheNumberOfBytes() throws Exception {
        LayerCache cache = cache();
        for (String diffId : build.layers().keySet()) {
            LayerContents contents = open(cache, diffId);
            assertThat(contents.size())
                    .as("size() of %s", diffId)
                    .isIn((long) contents.stream().readAllBytes().length, LayerContents.UNKNOWN_SIZE);
        }
    }

    @Test
    @DisplayName("A layer that is opened twice has two independent streams")
    void streamsAreIndependent() throws Exception {
        LayerCache cache = cache();
        InputStream one = open(cache, smallLayer()).stream();
        InputStream other = open(cache, smallLayer()).stream();
        byte[] start = one.readNBytes(100);
        assertBytes(other.readAllBytes(), smallLayer());
        other.close();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(start);
        all.write(one.readAllBytes());
        assertBytes(all.toByteArray(), smallLayer());
    }

    @Test
    @DisplayName("Many threads read at once")
    void manyThreadsReadAtOnce() throws Exception {
        LayerCache cache = cache();
        List<CompletableFuture<Void>> reads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            String diffId = i % 2 == 0 ? largeLayer() : smallLayer();
            reads.add(inAnotherThread(
                    () -> assertBytes(open(cache, diffId).stream().readAllBytes(), diffId)));
        }
        for (CompletableFuture<Void> read : reads) {
            assertThat(read)
                    .as("a read while %s others read", THREADS - 1)
                    .succeedsWithin(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Test
    @DisplayName("Contents may be closed before their end, and again")
    void contentsMayBeClosedEarlyAndAgain() throws Exception {
        LayerCache cache = cache();
        LayerContents contents = open(cache, largeLayer());
        contents.stream().readNBytes(10);
        assertThatNoException().as("close() before the end").isThrownBy(contents::close);
        assertThatNoException().as("close() again").isThrownBy(contents::close);
        assertBytes(open(cache, largeLayer()).stream().readAllBytes(), largeLayer());
    }

    @Test
    @DisplayName("Contents that are closed before their end hold no file and no connection")
    void closedContentsHoldNothing() throws Exception {
        LayerCache cache = cache();
        for (int i = 1; i <= ABANDONED; i++) {
            assertEnds("opening and closing contents " + i + " times", () -> {
                try (LayerContents contents = cache.contents(smallLayer()).orElseThrow()) {
                    assertThat(contents.stream().read()).as("the first byte").isNotNegative();
                }
            });
        }
    }

    @Test
    @DisplayName("Contents that are closed after their end hold no file and no connection")
    void contentsThatWereReadHoldNothing() throws Exception {
        LayerCache cache = cache();
        for (int i = 1; i <= ABANDONED; i++) {
            assertEnds("reading and closing contents " + i + " times", () -> {
                try (LayerContents contents = cache.contents(smallLayer()).orElseThrow()) {
                    assertThat(contents.stream().readAllBytes()).as("all bytes").isNotEmpty();
                }
            });
        }
    }

    @Test
    @DisplayName("Another thread may close contents, and the reader does not wait")
    void anotherThreadMayCloseContents() throws Exception {
        LayerContents contents = open(cache(), largeLayer());
        contents.stream().readNBytes(10);
        assertEnds("close() in another thread", contents::close);
        assertEnds("a read after close() in another thread", () -> readToEnd(contents.stream()));
    }

    @Test
    @DisplayName("A read that waits ends when another thread closes the contents")
    void aReadThatWaitsEndsWithClose() throws Exception {
        @Nullable LayerCache stalling = openStallingCache(build);
        if (stalling == null) {
            return;
        }
        LayerContents contents = open(stalling, largeLayer());
        CompletableFuture<Void> read = inAnotherThread(() -> readToEnd(contents.stream()));
        Thread.sleep(WAITING_MILLIS); // until the read waits
        assertThat(read).as("a read of contents that do not come to their end").isNotDone();
        assertEnds("close() in another thread while a read waits", contents::close);
        assertThat(read)
                .as("the read that waited, after close() in another thread")
                .succeedsWithin(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    static void readToEnd(InputStream stream) {
        try {
            stream.readAllBytes();
        } catch (IOException e) {
            // As a stream that is closed may do.
        }
    }

    /** An action that may throw any exception. */
    @FunctionalInterface
    interface Action {
        void run() throws IOException;
    }

    /** Runs an action in another thread, and asserts that it ends in time and without an exception. */
    static void assertEnds(String what, Action action) {
        assertThat(inAnotherThread(action)).as(what).succeedsWithin(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    static CompletableFuture<Void> inAnotherThread(Action action) {
        CompletableFuture<Void> running = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                action.run();
                running.complete(null);
            } catch (IOException | RuntimeException | Error e) {
                running.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return running;
    }

    private void assertBytes(byte[] read, String diffId) throws IOException {
        byte[] layer = DiffIds.of(read).equals(diffId) ? read : decompressed(read);
        assertThat(layer).as("the number of bytes of %s", diffId).hasSameSizeAs(bytes(diffId));
        assertThat(DiffIds.of(layer))
                .as("the digest of the bytes of %s", diffId)
                .isEqualTo(diffId);
    }

    /** Returns the content of a gzip, or anything else unchanged. */
    private static byte[] decompressed(byte[] read) throws IOException {
        boolean isGzip = read.length > 1 && read[0] == 0x1f && read[1] == (byte) 0x8b;
        return isGzip ? new GZIPInputStream(new ByteArrayInputStream(read)).readAllBytes() : read;
    }
}
