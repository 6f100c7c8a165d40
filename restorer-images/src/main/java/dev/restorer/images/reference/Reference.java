package dev.restorer.images.reference;

/** The reference of an image. Its string is the reference in full. */
public sealed interface Reference permits RegistryReference, LayoutReference {

    /**
     * Returns the reference without a tag and a digest: the repository with its registry, or the layout.
     *
     * @return the text to which an at sign and a digest can be appended
     */
    String withoutTagOrDigest();

    /**
     * Parses a reference.
     *
     * @param text the reference, in full or in a short form
     * @return the reference
     * @throws dev.restorer.spi.ImageReferenceException if the text is not a reference
     */
    static Reference parse(String text) {
        return text.startsWith(LayoutReference.PREFIX)
                ? LayoutReferenceParser.parse(text)
                : new RegistryReferenceParser(text).parse();
    }
}
