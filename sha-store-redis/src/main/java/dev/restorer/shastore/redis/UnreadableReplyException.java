package dev.restorer.shastore.redis;

/** A reply is no text in UTF-8, or of a kind that nothing was asked that would lead to it. */
final class UnreadableReplyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableReplyException() {
        super("the reply is no text in UTF-8");
    }
}
