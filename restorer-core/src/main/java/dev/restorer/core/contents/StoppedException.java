package dev.restorer.core.contents;

import java.io.IOException;

/** Whoever is told of the progress wants no more of it. Being of this kind, it passes every stream on its way. */
final class StoppedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final RuntimeException reason;

    StoppedException(RuntimeException reason) {
        super(reason);
        this.reason = reason;
    }

    RuntimeException reason() {
        return reason;
    }
}
