package dev.restorer.core.contents;

import java.io.IOException;

/** Thrown if the receiver of the progress stops the extraction. It is an IOException, so that streams pass it on. */
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
