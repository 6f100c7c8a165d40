package dev.restorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Cancels a restore. It is passed in {@link ContentsOptions}, and any thread may call {@link #cancel()} at any time.
 *
 * <p>It may be passed to several restores, which it cancels all, and stays cancelled: {@link LayerRestorer#restore}
 * writes nothing if it was cancelled before, and {@link LayerRestorer#restoreContents} neither restores nor removes a
 * layer.
 *
 * @since 0.1
 */
public final class Cancellation {

    /** The actions to run, which are guarded by this object. */
    private final List<Action> actions = new ArrayList<>();

    private volatile boolean cancelled;

    /** Creates a cancellation that has not been requested yet. */
    public Cancellation() {}

    /**
     * Cancels, and returns without waiting for the end of the restore. Streams that the restore reads are closed. A
     * thread whose read, or the call that opens a stream, does not end soon is interrupted, and its interrupt status
     * stays set: it cannot be told from an interrupt by the owner of the thread. The restore throws
     * {@link dev.restorer.api.RestoreCancelledException}: at once if it waits for another restore of the same layers
     * directory, otherwise once it restores contents and each of its threads has returned from its stream.
     */
    public void cancel() {
        List<Action> registered;
        synchronized (actions) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            registered = List.copyOf(actions);
            actions.clear();
        }
        runAll(registered);
    }

    /** Runs all actions, though some may throw an exception, and then throws the first one with the others. */
    private static void runAll(List<Action> registered) {
        FirstFailure failure = new FirstFailure();
        registered.forEach(action -> failure.attempt(action::run));
        failure.throwIfAny();
    }

    /**
     * Tells whether the restore was cancelled.
     *
     * @return true after the first call of {@link #cancel()}
     */
    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * Registers an action that the first call of {@link #cancel()} runs, in its thread. If that was called already, the
     * action is run at once. An action must return quickly and must not throw an exception.
     *
     * @param action the action
     * @return the registration, to be closed when the action is no longer needed
     */
    public Registration onCancel(Runnable action) {
        Action registered = new Action(Objects.requireNonNull(action, "action"));
        synchronized (actions) {
            if (!cancelled) {
                actions.add(registered);
                return registered;
            }
        }
        action.run();
        return registered;
    }

    /**
     * The registration of an action.
     *
     * @since 0.1
     */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {

        /**
         * Removes the action: a later call of {@link Cancellation#cancel()} does not run it. Another thread that is
         * about to run it, or runs it, may still do so after this method has returned.
         */
        @Override
        void close();
    }

    /** An action that equals no other one, though the same action may be registered twice. */
    private final class Action implements Registration {
        private final Runnable runnable;

        private volatile boolean closed;

        private Action(Runnable runnable) {
            this.runnable = runnable;
        }

        private void run() {
            if (!closed) {
                runnable.run();
            }
        }

        @Override
        public void close() {
            closed = true;
            synchronized (actions) {
                actions.remove(this);
            }
        }
    }
}
