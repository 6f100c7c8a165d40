package dev.restorer.core.contents.failure;

import dev.restorer.api.RemovalKind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Thrown if contents cannot be read, as opposed to not written. It is an IOException, so that streams pass it on. */
public final class ContentsReadException extends IOException {

    private static final long serialVersionUID = 1L;

    private final RemovalKind kind;

    private ContentsReadException(RemovalKind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** Reading from the cache fails. */
    public static ContentsReadException unreadable(String message, @Nullable Throwable cause) {
        return new ContentsReadException(RemovalKind.UNREADABLE, message, cause);
    }

    /** The contents cannot be decompressed. */
    public static ContentsReadException damaged(String message) {
        return new ContentsReadException(RemovalKind.DAMAGED, message, null);
    }

    /** Decompressing the contents would exceed a limit. */
    public static ContentsReadException overLimit(String message) {
        return new ContentsReadException(RemovalKind.OVER_LIMIT, message, null);
    }

    public RemovalKind kind() {
        return kind;
    }
}
