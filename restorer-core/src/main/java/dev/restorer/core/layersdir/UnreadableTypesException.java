package dev.restorer.core.layersdir;

/** A layer's own file does not tell its types. The message is the cause alone, to follow "it" or a colon. */
public final class UnreadableTypesException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableTypesException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
