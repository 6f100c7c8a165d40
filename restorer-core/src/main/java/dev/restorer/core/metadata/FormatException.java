package dev.restorer.core.metadata;

/** A text is not of the form it should have. Turned into a MetadataReadException where its source is known. */
final class FormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    FormatException(String problem) {
        super(problem);
    }
}
