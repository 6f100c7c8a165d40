package dev.restorer.layercache.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.spi.LayerCache;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The part of the contract about interrupts, one of which cancels a restore and so must not be lost. */
abstract class InterruptPromises extends StreamPromises {

    InterruptPromises() {}

    @Test
    @DisplayName("A thread that is interrupted before it opens contents stays interrupted")
    void anInterruptBeforeOpeningIsKept() throws Exception {
        LayerCache cache = cache();
        assertEnds("opening and reading contents in an interrupted thread", () -> {
            Thread.currentThread().interrupt();
            openAndRead(cache);
            assertInterrupted("opening and reading contents");
        });
    }

    @Test
    @DisplayName("A thread that is interrupted while its read waits stays interrupted")
    void anInterruptOfAReadThatWaitsIsKept() throws Exception {
        @Nullable LayerCache stalling = openStallingCache(build);
        if (stalling == null) {
            return;
        }
        InputStream stream = open(stalling, largeLayer()).stream();
        CompletableFuture<Thread> reader = new CompletableFuture<>();
        CompletableFuture<Void> read = inAnotherThread(() -> {
            reader.complete(Thread.currentThread());
            readToEnd(stream);
            assertInterrupted("a read that waited");
        });
        Thread.sleep(WAITING_MILLIS); // until the read waits
        reader.get(TIMEOUT_SECONDS, TimeUnit.SECONDS).interrupt();
        Thread.sleep(WAITING_MILLIS); // until it ends, if it reacts to interrupts
        assertEnds("close() in another thread while a read waits", stream::close);
        assertThat(read)
                .as("the read that waited, after an interrupt and close()")
                .succeedsWithin(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    private static void assertInterrupted(String what) {
        assertThat(Thread.currentThread().isInterrupted())
                .as("the interrupt status of the thread after " + what)
                .isTrue();
    }

    private void openAndRead(LayerCache cache) {
        try {
            Optional<LayerContents> contents = cache.contents(smallLayer());
            if (contents.isPresent()) {
                try (LayerContents opened = contents.get()) {
                    readToEnd(opened.stream());
                }
            }
        } catch (IOException e) {
            // As in a cache that reacts to interrupts.
        }
    }
}
