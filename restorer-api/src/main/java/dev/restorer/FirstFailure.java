package dev.restorer;

import dev.restorer.vendors.Vendor;
import java.lang.reflect.UndeclaredThrowableException;
import org.jspecify.annotations.Nullable;

/** Keeps the first failure of several steps, of which each is attempted. The others are suppressed by it. */
final class FirstFailure {

    private @Nullable Throwable first;

    /** Runs a step, which may also throw a checked exception, as code in other languages does. */
    void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            add(e);
        } catch (Throwable e) {
            Vendor.keepInterrupt(e);
            add(new UndeclaredThrowableException(e));
        }
    }

    /** Adds a failure, an unchecked exception or an error. Several steps may throw the same one. */
    void add(Throwable failure) {
        if (first == null) {
            first = failure;
        } else if (first != failure) {
            first.addSuppressed(failure);
        }
    }

    /** Throws the first failure, if there was one. */
    void throwIfAny() {
        if (first instanceof Error error) {
            throw error;
        }
        if (first != null) {
            throw (RuntimeException) first;
        }
    }
}
