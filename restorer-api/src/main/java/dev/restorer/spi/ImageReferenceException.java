package dev.restorer.spi;

import dev.restorer.api.Quoted;

/**
 * A text is no reference to an image.
 *
 * @since 0.1
 */
public final class ImageReferenceException extends ImageException {

    private static final long serialVersionUID = 1L;

    /** Where the text is wrong. */
    private final int index;

    /**
     * Makes an exception.
     *
     * @param image the text
     * @param index where it is wrong: the index of a character, or the length of the text
     * @param problem what is wrong there
     * @param remedy what to write
     */
    public ImageReferenceException(String image, int index, String problem, String remedy) {
        super(image, Quoted.quote(image) + " is no image reference: at index " + index + " " + problem, remedy);
        this.index = index;
    }

    /**
     * Returns where the text is wrong.
     *
     * @return the index of a character, or the length of the text
     */
    public int index() {
        return index;
    }
}
