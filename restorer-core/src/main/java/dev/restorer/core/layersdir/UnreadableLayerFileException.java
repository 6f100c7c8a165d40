package dev.restorer.core.layersdir;

/** Thrown if a layer's own file cannot be read. The message is the cause, without the name of the file. */
public final class UnreadableLayerFileException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableLayerFileException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
