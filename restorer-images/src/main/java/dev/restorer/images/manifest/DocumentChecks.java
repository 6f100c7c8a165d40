package dev.restorer.images.manifest;

import dev.restorer.images.formats.JsonException;
import dev.restorer.spi.DamagedImageException;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * Checks the documents of an image.
 *
 * @param reference the reference of the image, for messages
 */
public record DocumentChecks(String reference) {

    private static final String REMEDY = "Push or build the image again";
    private static final String MEMORY_REMEDY =
            "Give the JVM more memory (-Xmx) if this image is meant, or build without it";

    /** How the message of an error begins that has nothing to do with the size of a document. */
    private static final String NO_MORE_THREADS = "unable to create native thread";

    /**
     * Checks a size against a limit.
     *
     * @param what the name of the document, for messages
     * @param size its size in bytes
     * @param max the limit
     */
    public void requireWithin(String what, long size, int max) {
        if (size > max) {
            throw damaged("its " + what + " has " + size + " bytes, and " + max + " is the limit");
        }
    }

    /**
     * Parses or verifies a document.
     *
     * @param what the name of the document, for messages
     * @param parsing parses it
     * @param <T> the type of the result
     * @return the result
     * @throws DamagedImageException if the document is not valid
     */
    public <T> T parsed(String what, Supplier<T> parsing) {
        try {
            return parsing.get();
        } catch (JsonException | MismatchException e) {
            throw new DamagedImageException(reference, "its " + what + " is not valid: " + e.getMessage(), REMEDY, e);
        }
    }

    /**
     * Reads a document that the limit allows, but perhaps not the memory.
     *
     * @param what the name of the document, for messages
     * @param reading reads it
     * @param <T> the type of the result
     * @return the result
     * @throws DamagedImageException if it needs more memory than the JVM has
     * @throws IOException if the reading does
     */
    public <T> T inMemory(String what, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (OutOfMemoryError e) {
            if (String.valueOf(e.getMessage()).startsWith(NO_MORE_THREADS)) {
                throw e;
            }
            throw new DamagedImageException(
                    reference, "its " + what + " is larger than the memory of the JVM", MEMORY_REMEDY, e);
        }
    }

    /**
     * Reads a document.
     *
     * @param <T> the type of the result
     */
    public interface Reading<T> {

        /**
         * Reads it.
         *
         * @return the result
         * @throws IOException if it cannot be fetched
         */
        T read() throws IOException;
    }

    /**
     * Returns an exception for a damaged image.
     *
     * @param problem what is damaged
     * @return the exception
     */
    public DamagedImageException damaged(String problem) {
        return new DamagedImageException(reference, problem, REMEDY);
    }
}
