package dev.restorer.core.metadata;

/** A text is not of the form it should have. Turned into a MetadataReadException where its source is known. */
final class FormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Makes one of a problem that begins with the name of what is wrong. */
    FormatException(String problem) {
        super(problem);
    }

    /** Returns the same with the place in front in which that name stands. */
    FormatException in(String place) {
        return new FormatException(place + "." + getMessage());
    }
}
