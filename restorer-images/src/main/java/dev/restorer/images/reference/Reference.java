package dev.restorer.images.reference;

/** What an image is called. Its text is the reference in full. */
public sealed interface Reference permits RegistryReference, LayoutReference {

    /**
     * Reads a reference.
     *
     * @param text the reference as people write it
     * @return the reference in full
     * @throws dev.restorer.spi.ImageReferenceException if it is none
     */
    static Reference parse(String text) {
        return text.startsWith(LayoutReference.PREFIX)
                ? LayoutReferenceParser.parse(text)
                : new RegistryReferenceParser(text).parse();
    }
}
