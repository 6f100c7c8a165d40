package dev.restorer.cli.progress;

import dev.restorer.api.LayerId;
import dev.restorer.cli.log.Console;
import dev.restorer.spi.ContentsListener;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Shows on a terminal how far a restore is that takes longer than a second. It is drawn when there is something new to
 * show, so no thread and no timer waits for it. Safe for use by many threads at once.
 */
public final class ProgressLine implements ContentsListener, AutoCloseable {

    private static final long NANOS_UNTIL_SHOWN = TimeUnit.SECONDS.toNanos(1);
    private static final long NANOS_BETWEEN = TimeUnit.MILLISECONDS.toNanos(100);

    private final Console console;
    private final BooleanSupplier wanted;
    private final LongSupplier nanoTime;
    private final Tally tally = new Tally();
    private long next;

    /**
     * Starts to watch a restore that is about to start.
     *
     * @param console where it is shown
     * @param wanted tells whether to show it at all; asked each time there is something to show
     * @param nanoTime a clock as {@link System#nanoTime()} is
     */
    public ProgressLine(Console console, BooleanSupplier wanted, LongSupplier nanoTime) {
        this.console = console;
        this.wanted = wanted;
        this.nanoTime = nanoTime;
        this.next = nanoTime.getAsLong() + NANOS_UNTIL_SHOWN;
    }

    @Override
    public synchronized void progress(LayerId layer, long bytes, long size) {
        tally.note(layer, bytes, size);
        long now = nanoTime.getAsLong();
        if (now - next < 0) {
            return;
        }
        next = now + NANOS_BETWEEN;
        if (wanted.getAsBoolean()) {
            console.showStatus(tally.line());
        }
    }

    /** Takes the line away. To be called once nothing is restored any more. */
    @Override
    public synchronized void close() {
        console.eraseStatus();
    }
}
