package dev.restorer.core.contents;

import dev.restorer.api.RemovalKind;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Contents cannot be restored: they are missing, damaged, too much, or lead where no layer may. */
public final class RejectedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The words may hold names out of a tar, or what anybody's stream says: what breaks lines or turns them about. */
    private static final Pattern LINE_BREAKING =
            Pattern.compile("[\\p{IsControl}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]+");

    private final RemovalKind kind;

    RejectedException(RemovalKind kind, String cause) {
        this(kind, cause, null);
    }

    RejectedException(RemovalKind kind, String cause, @Nullable Throwable led) {
        super(LINE_BREAKING.matcher(cause).replaceAll(" "), led);
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
     * Returns what kind of cause it has.
     *
     * @return the kind
     */
    public RemovalKind kind() {
        return kind;
    }

    /**
     * Returns why.
     *
     * @return words for a person, in one line
     */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
