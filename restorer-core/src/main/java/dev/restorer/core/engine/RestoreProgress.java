package dev.restorer.core.engine;

import dev.restorer.core.engine.log.Loggers;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the layers that each step of a restore has completed, and logs the counts if the restore fails. */
final class RestoreProgress {

    private static final Logger LOG = LoggerFactory.getLogger(Loggers.NAME);

    final Step metadata = new Step("metadata of %d of %d layers written");
    final Step diffIds = new Step("diff ids of %d of %d layers kept");
    final Step contents = new Step("contents of %d of %d layers restored");

    /** One step of a restore. Counting is safe for use by many threads at once. */
    static final class Step {

        private final String format;
        private final AtomicInteger done = new AtomicInteger();
        private int layers;

        private Step(String format) {
            this.format = format;
        }

        /** Sets the number of layers, before the first one is completed. */
        void begin(int count) {
            layers = count;
        }

        void add(int count) {
            done.addAndGet(count);
        }

        private boolean isBegun() {
            return layers > 0;
        }

        private String describe() {
            return String.format(Locale.ROOT, format, done.get(), layers);
        }
    }

    /** Runs a restore, and logs the completed steps if it fails. */
    <T> T logIfFailed(Supplier<T> restore) {
        try {
            return restore.get();
        } catch (RuntimeException | Error e) {
            logSteps();
            throw e;
        }
    }

    private void logSteps() {
        String steps = Stream.of(metadata, diffIds, contents)
                .filter(Step::isBegun)
                .map(Step::describe)
                .collect(Collectors.joining(", "));
        if (!steps.isEmpty()) {
            LOG.info("Ending early: {}", steps);
        }
    }
}
