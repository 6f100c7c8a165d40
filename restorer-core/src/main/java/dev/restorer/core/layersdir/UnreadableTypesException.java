package dev.restorer.core.layersdir;

/** Thrown if the types in a layer's own file cannot be read. The message is the cause, without the name of the file. */
public final class UnreadableTypesException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableTypesException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
