package dev.restorer.files;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Lets work go on after a step that fails, and keeps the first failure. */
final class FirstFailure {

    private @Nullable IOException failure;

    /** Takes a step. */
    void attempt(Step step) {
        try {
            step.take();
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
        void take() throws IOException;
    }
}
