package dev.restorer.images.manifest;

import dev.restorer.images.formats.JsonException;
import dev.restorer.spi.DamagedImageException;
import java.util.function.Supplier;

/**
 * Checks the documents of an image.
 *
 * @param reference the reference of the image, for messages
 */
public record DocumentChecks(String reference) {

    private static final String REMEDY = "Push or build the image again";

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
     * Returns an exception for a damaged image.
     *
     * @param problem what is damaged
     * @return the exception
     */
    public DamagedImageException damaged(String problem) {
        return new DamagedImageException(reference, problem, REMEDY);
    }
}
