package dev.restorer.core.contents;

import dev.restorer.api.RemovalKind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Contents cannot be read, as opposed to not written. Being of this kind, it passes every stream on its way. */
final class ContentsReadException extends IOException {

    private static final long serialVersionUID = 1L;

    private final RemovalKind kind;

    private ContentsReadException(RemovalKind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** The cache does not let them be read. */
    static ContentsReadException unreadable(String message, @Nullable Throwable cause) {
        return new ContentsReadException(RemovalKind.UNREADABLE, message, cause);
    }

    /** They cannot be uncompressed. */
    static ContentsReadException damaged(String message) {
        return new ContentsReadException(RemovalKind.DAMAGED, message, null);
    }

    /** Uncompressing them would take more than it may. */
    static ContentsReadException overLimit(String message) {
        return new ContentsReadException(RemovalKind.OVER_LIMIT, message, null);
    }

    RemovalKind kind() {
        return kind;
    }
}
