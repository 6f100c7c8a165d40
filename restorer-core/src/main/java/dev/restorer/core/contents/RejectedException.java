package dev.restorer.core.contents;

import dev.restorer.api.Quoted;
import dev.restorer.api.RemovalKind;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if contents cannot be restored: they are missing, damaged, beyond a limit, or have an entry that no layer may
 * have.
 */
public final class RejectedException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * The message may contain names from a tar, or the message of another vendor's stream, with characters that break
     * lines or change their direction.
     */
    private static final Pattern LINE_BREAKING =
            Pattern.compile("[\\p{IsControl}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]+");

    private final RemovalKind kind;

    RejectedException(RemovalKind kind, String cause) {
        this(kind, cause, null);
    }

    RejectedException(RemovalKind kind, String cause, @Nullable Throwable thrown) {
        super(Quoted.shorten(LINE_BREAKING.matcher(cause).replaceAll(" ")), thrown);
        this.kind = kind;
    }

    static RejectedException absent(String cause) {
        return new RejectedException(RemovalKind.ABSENT, cause);
    }

    static RejectedException damaged(String cause) {
        return new RejectedException(RemovalKind.DAMAGED, cause);
    }

    static RejectedException overLimit(String cause) {
        return new RejectedException(RemovalKind.OVER_LIMIT, cause);
    }

    static RejectedException rejectedEntry(String cause) {
        return new RejectedException(RemovalKind.REJECTED_ENTRY, cause);
    }

    static RejectedException notWritten(String cause) {
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
