package dev.restorer.api;

/**
 * Thrown if metadata holds a value that TOML cannot express.
 *
 * @since 0.1
 */
public final class UnwritableMetadataException extends RestorerException {

    private static final long serialVersionUID = 1L;

    private static final String REMEDY =
            "Correct the metadata of the previous image or of the cache, or build without them";

    /** Whose metadata it is. */
    private final String owner;

    /** The place of the value in the metadata. */
    private final String key;

    /**
     * Creates an exception.
     *
     * @param owner the layer or the buildpack whose metadata it is, quoted
     * @param key the place of the value in the metadata, such as {@code metadata.a[1]}
     * @param problem the predicate of a sentence whose subject is the key
     */
    public UnwritableMetadataException(String owner, String key, String problem) {
        super(problem(owner, key, problem), REMEDY);
        this.owner = owner;
        this.key = key;
    }

    /**
     * Creates an exception with a cause.
     *
     * @param owner the layer or the buildpack whose metadata it is, quoted
     * @param key the place of the value in the metadata, such as {@code metadata.a[1]}
     * @param problem the predicate of a sentence whose subject is the key
     * @param cause the cause
     */
    public UnwritableMetadataException(String owner, String key, String problem, Throwable cause) {
        super(problem(owner, key, problem), REMEDY, cause);
        this.owner = owner;
        this.key = key;
    }

    private static String problem(String owner, String key, String problem) {
        return "Metadata of " + owner + " cannot be written: " + key + " " + problem;
    }

    /**
     * Returns whose metadata it is.
     *
     * @return the layer or the buildpack, quoted
     */
    public String owner() {
        return owner;
    }

    /**
     * Returns the place of the value in the metadata.
     *
     * @return the keys that lead to the value, separated by dots
     */
    public String key() {
        return key;
    }
}
