package dev.restorer.core.engine;

import dev.restorer.api.RestoreCancelledException;
import dev.restorer.core.engine.log.Loggers;
import dev.restorer.spi.OperationResult;
import dev.restorer.spi.OperationResult.Outcome;
import dev.restorer.spi.RestoreListener;
import dev.restorer.spi.RestoreListener.EndListener;
import dev.restorer.spi.RestoreOperation;
import dev.restorer.vendors.Vendor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operations of one restore, which listeners observe. A failure of a listener does not affect an operation. */
final class Operations {

    private static final Logger LOG = LoggerFactory.getLogger(Loggers.NAME);

    private final List<RestoreListener> listeners;
    private final AtomicBoolean listenerFailed = new AtomicBoolean();

    Operations(List<RestoreListener> listeners) {
        this.listeners = listeners;
    }

    /** How a call has ended without an exception. */
    record Completed(Outcome outcome, long bytes) {

        static final Completed WITHOUT_BYTES = new Completed(Outcome.SUCCEEDED, 0);
    }

    /**
     * Performs an operation.
     *
     * @param operation the operation, which is created for listeners
     * @param call performs it
     * @param completed how it has ended, by its value
     * @param <T> the type of its value
     * @return the value of the call
     */
    <T> T perform(Supplier<RestoreOperation> operation, Supplier<T> call, Function<T, Completed> completed) {
        if (listeners.isEmpty()) {
            return call.get();
        }
        long start = System.nanoTime();
        List<EndListener> endListeners = started(operation.get(), start);
        T value;
        try {
            value = call.get();
        } catch (RuntimeException | Error e) {
            Outcome outcome = e instanceof RestoreCancelledException ? Outcome.CANCELLED : Outcome.FAILED;
            ended(endListeners, start, new Completed(outcome, 0), e);
            throw e;
        }
        ended(endListeners, start, completed.apply(value), null);
        return value;
    }

    private List<EndListener> started(RestoreOperation operation, long start) {
        List<EndListener> endListeners = new ArrayList<>();
        try {
            for (RestoreListener listener : listeners) {
                call(listener, () -> endListeners.add(listener.started(operation)));
            }
        } catch (VirtualMachineError e) {
            // The operation is not performed, which the listeners before have to know too.
            ended(endListeners, start, new Completed(Outcome.FAILED, 0), e);
            throw e;
        }
        return endListeners;
    }

    private void ended(List<EndListener> endListeners, long start, Completed completed, @Nullable Throwable failure) {
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        OperationResult result = new OperationResult(completed.outcome(), completed.bytes(), duration, failure);
        for (EndListener listener : endListeners) {
            call(listener, () -> listener.ended(result));
        }
    }

    private void call(Object listener, Runnable call) {
        try {
            call.run();
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            Vendor.keepInterrupt(e);
            if (!listenerFailed.getAndSet(true)) {
                LOG.warn("A listener threw an exception, and the restore continues: {}", listener, e);
            }
        }
    }
}
