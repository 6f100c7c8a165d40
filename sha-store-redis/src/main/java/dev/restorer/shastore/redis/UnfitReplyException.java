package dev.restorer.shastore.redis;

import java.io.IOException;

/** What came is no reply of Redis, or none that was asked for. */
final class UnfitReplyException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The first byte of a TLS alert, with which a server answers who speaks without TLS. */
    private static final char TLS_ALERT = 0x15;

    private final boolean tls;

    private UnfitReplyException(String message, boolean tls) {
        super(message);
        this.tls = tls;
    }

    static UnfitReplyException type(char first) {
        return new UnfitReplyException("no reply of Redis starts with byte " + (int) first, first == TLS_ALERT);
    }

    static UnfitReplyException malformed() {
        return new UnfitReplyException("the reply has not the form that it should have", false);
    }

    static UnfitReplyException tooLarge() {
        return new UnfitReplyException("the reply is larger than any that was asked for", false);
    }

    /** Tells whether the server speaks TLS and was spoken to without. */
    boolean speaksTls() {
        return tls;
    }
}
