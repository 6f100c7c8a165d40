package dev.restorer.spi;

import dev.restorer.api.Quoted;

/**
 * Thrown if a text is not a reference of an image.
 *
 * @since 0.1
 */
public final class ImageReferenceException extends ImageException {

    private static final long serialVersionUID = 1L;

    /** The index of the error. */
    private final int index;

    /**
     * Creates an exception.
     *
     * @param image the text
     * @param index the index of the first wrong character, or the length of the text
     * @param problem the error at that index
     * @param remedy what to do
     */
    public ImageReferenceException(String image, int index, String problem, String remedy) {
        super(image, Quoted.quote(image) + " is not an image reference: at index " + index + " " + problem, remedy);
        this.index = index;
    }

    /**
     * Returns the index of the error.
     *
     * @return the index of the first wrong character, or the length of the text
     */
    public int index() {
        return index;
    }
}
