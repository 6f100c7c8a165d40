package dev.restorer.core.engine;

/**
 * Carries what a listener threw to the end of its task. Otherwise that would be treated as a failure of the layer if it
 * has a type that such a failure has.
 */
final class ListenerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RuntimeException thrown;

    ListenerException(RuntimeException thrown) {
        super(thrown);
        this.thrown = thrown;
    }

    RuntimeException thrown() {
        return thrown;
    }
}
