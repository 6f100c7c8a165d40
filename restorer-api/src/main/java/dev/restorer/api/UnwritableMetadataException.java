package dev.restorer.api;

/**
 * Metadata holds something that TOML has no way to say.
 *
 * @since 0.1
 */
public final class UnwritableMetadataException extends RestorerException {

    private static final long serialVersionUID = 1L;

    /** Whose metadata it is. */
    private final String owner;

    /** Where in the metadata it is. */
    private final String key;

    /**
     * Makes an exception.
     *
     * @param owner the layer or the store whose metadata it is, quoted
     * @param key where in the metadata it stands, such as {@code metadata.a[1]}
     * @param problem what it is
     */
    public UnwritableMetadataException(String owner, String key, String problem) {
        super(
                "Metadata of " + owner + " cannot be written: " + key + " " + problem,
                "Correct the metadata of the previous image or of the cache, or build without them");
        this.owner = owner;
        this.key = key;
    }

    /**
     * Returns whose metadata it is.
     *
     * @return the layer or the store, quoted
     */
    public String owner() {
        return owner;
    }

    /**
     * Returns where in the metadata it stands.
     *
     * @return the keys that lead there, joined by dots
     */
    public String key() {
        return key;
    }
}
