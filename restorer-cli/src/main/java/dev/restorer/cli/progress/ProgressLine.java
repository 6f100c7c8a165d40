package dev.restorer.cli.progress;

import dev.restorer.api.LayerId;
import dev.restorer.cli.log.Console;
import dev.restorer.spi.ContentsListener;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Shows the progress of a restore on a terminal, if it takes longer than a second. The line is updated when progress is
 * reported, without a thread or timer of its own. Safe for use by many threads at once.
 */
public final class ProgressLine implements ContentsListener, AutoCloseable {

    private static final long INITIAL_DELAY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Console console;
    private final LongSupplier nanoTime;
    private final ProgressSummary summary;
    private long next;

    /**
     * Creates the line, when a restore starts.
     *
     * @param title the start of the line, such as {@code Layers}
     * @param console the console that shows it
     * @param nanoTime a clock, such as {@link System#nanoTime()}
     */
    public ProgressLine(String title, Console console, LongSupplier nanoTime) {
        this.summary = new ProgressSummary(title);
        this.console = console;
        this.nanoTime = nanoTime;
        this.next = nanoTime.getAsLong() + INITIAL_DELAY_NANOS;
    }

    @Override
    public synchronized void progress(LayerId layer, long bytes, long size) {
        summary.update(layer, bytes, size);
        long now = nanoTime.getAsLong();
        if (now - next < 0) {
            return;
        }
        next = now + INTERVAL_NANOS;
        console.showStatus(summary.line());
    }

    /** Erases the line. Called when the restore has ended. */
    @Override
    public synchronized void close() {
        console.eraseStatus();
    }
}
