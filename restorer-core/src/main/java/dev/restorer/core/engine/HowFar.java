package dev.restorer.core.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the layers that each step of a restore is done with, to log that where the restore ends early. */
final class HowFar {

    private static final Logger LOG = LoggerFactory.getLogger(Loggers.RESTORE);

    final Step metadata = new Step("metadata of %d of %d layers written");
    final Step diffIds = new Step("diff ids of %d of %d layers kept");
    final Step contents = new Step("contents of %d of %d layers restored");

    /** One step of a restore. Counting is safe for use by many threads at once. */
    static final class Step {

        private final String words;
        private final AtomicInteger done = new AtomicInteger();
        private int layers;

        private Step(String words) {
            this.words = words;
        }

        /** Called before the first layer is done. */
        void begin(int all) {
            layers = all;
        }

        void add(int more) {
            done.addAndGet(more);
        }

        private boolean isBegun() {
            return layers > 0;
        }

        private String told() {
            return words.formatted(done.get(), layers);
        }
    }

    /** Does a restore, and logs how far it came if it fails. */
    <T> T watch(Supplier<T> restore) {
        try {
            return restore.get();
        } catch (RuntimeException | Error e) {
            tell();
            throw e;
        }
    }

    private void tell() {
        String steps = Stream.of(metadata, diffIds, contents)
                .filter(Step::isBegun)
                .map(Step::told)
                .collect(Collectors.joining(", "));
        if (!steps.isEmpty()) {
            LOG.info("Ending early: {}", steps);
        }
    }
}
