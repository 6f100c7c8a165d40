package dev.restorer.core.contents.failure;

import dev.restorer.api.Quoted;
import dev.restorer.api.RemovalKind;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if contents cannot be restored: they are missing, damaged, beyond a limit, or have an entry that no layer may
 * have.
 */
public final class RejectedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final RemovalKind kind;

    private RejectedException(RemovalKind kind, String cause) {
        this(kind, cause, null);
    }

    /** Escapes the cause, which may contain names from a tar, or the message of another vendor's stream. */
    public RejectedException(RemovalKind kind, String cause, @Nullable Throwable thrown) {
        super(Quoted.shorten(Quoted.escape(cause)), thrown);
        this.kind = kind;
    }

    public static RejectedException absent(String cause) {
        return new RejectedException(RemovalKind.ABSENT, cause);
    }

    public static RejectedException damaged(String cause) {
        return new RejectedException(RemovalKind.DAMAGED, cause);
    }

    public static RejectedException overLimit(String cause) {
        return new RejectedException(RemovalKind.OVER_LIMIT, cause);
    }

    public static RejectedException rejectedEntry(String cause) {
        return new RejectedException(RemovalKind.REJECTED_ENTRY, cause);
    }

    public static RejectedException notWritten(String cause) {
        return new RejectedException(RemovalKind.NOT_WRITTEN, cause);
    }

    /**
     * Returns the kind of the cause.
     *
     * @return the kind
     */
    public RemovalKind kind() {
        return kind;
    }

    /**
     * Returns the cause.
     *
     * @return a phrase for people, on one line
     */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
