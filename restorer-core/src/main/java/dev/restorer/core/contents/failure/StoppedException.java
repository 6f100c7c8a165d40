package dev.restorer.core.contents.failure;

import java.io.IOException;

/** Thrown if the receiver of the progress stops the extraction. It is an IOException, so that streams pass it on. */
public final class StoppedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final RuntimeException reason;

    public StoppedException(RuntimeException reason) {
        super(reason);
        this.reason = reason;
    }

    public RuntimeException reason() {
        return reason;
    }
}
