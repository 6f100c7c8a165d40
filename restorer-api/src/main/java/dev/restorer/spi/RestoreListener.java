package dev.restorer.spi;

/**
 * Observes the operations of restores, for metrics, traces or logs. See
 * {@link dev.restorer.LayerRestorer#withListener}.
 *
 * <p>The threads that restore call it concurrently, so implementations must be thread-safe, and must return quickly,
 * since the operation waits. If a listener throws an exception, the first one of a restore is logged as a warning, and
 * the restore continues; of errors, only a {@link VirtualMachineError} is passed on.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface RestoreListener {

    /**
     * Called when an operation starts, in the thread that performs it.
     *
     * @param operation the operation
     * @return an object that is called once when the operation ends, in the same thread
     */
    EndListener started(RestoreOperation operation);

    /**
     * Observes the end of one operation.
     *
     * @since 0.1
     */
    @FunctionalInterface
    interface EndListener {

        /**
         * Called when the operation ends.
         *
         * @param result its result
         */
        void ended(OperationResult result);
    }
}
