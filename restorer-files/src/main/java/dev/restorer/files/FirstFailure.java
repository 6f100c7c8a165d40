package dev.restorer.files;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Keeps the first failure of several steps, of which each is attempted. */
final class FirstFailure {

    private @Nullable IOException failure;

    /** Runs a step. */
    void attempt(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            add(e);
        }
    }

    void add(IOException e) {
        if (failure == null) {
            failure = e;
        }
    }

    @Nullable
    IOException get() {
        return failure;
    }

    /** Throws the first failure, if there was one. */
    void throwIfAny() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /** A step that may fail. */
    interface Step {
        void run() throws IOException;
    }
}
