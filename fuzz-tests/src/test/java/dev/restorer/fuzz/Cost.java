package dev.restorer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one input may cost. The tests run in a JVM that is given one processor, so that all is done by the calling
 * thread, of which is measured:
 *
 * <ul>
 *   <li>the time of the processor, which other programs do not lengthen as they do that of a clock. What waits for ever
 *       is ended by the time-out of the fuzzer or of the build;
 *   <li>all bytes that were allocated, whether they were garbage at once or not: no more than these can have been live
 *       at any moment. What is outside the heap is not counted, such as what zstd looks back on.
 * </ul>
 */
final class Cost {

    private static final Duration MAX_TIME = Duration.ofSeconds(2);
    private static final long MAX_BYTES = 64 << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private @Nullable String tooMuch;

    private Cost() {}

    /** What is tried with one input, from an empty directory on. */
    @FunctionalInterface
    interface Attempt {
        void run(Cost cost) throws IOException;
    }

    /** Fails if an input needs too much, twice: what comes first in a JVM pays for its classes. */
    static void limited(Attempt attempt) throws IOException {
        if (tooMuch(attempt) != null) {
            assertThat(tooMuch(attempt)).isNull();
        }
    }

    private static @Nullable String tooMuch(Attempt attempt) throws IOException {
        Cost cost = new Cost();
        attempt.run(cost);
        return cost.tooMuch;
    }

    /**
     * Measures some work.
     *
     * @param size how many bytes its input has
     * @param work the work, which may throw
     * @return what it comes to
     */
    <T> T of(int size, Supplier<T> work) {
        long time = THREADS.getCurrentThreadCpuTime();
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        try {
            return work.get();
        } finally {
            Duration needed = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - time);
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - bytes;
            if (needed.compareTo(MAX_TIME) > 0 || allocated - size > MAX_BYTES) {
                tooMuch = "An input of " + size + " bytes took " + needed + " and " + allocated + " bytes";
            }
        }
    }
}
