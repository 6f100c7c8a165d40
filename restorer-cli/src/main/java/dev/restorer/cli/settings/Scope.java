package dev.restorer.cli.settings;

/** Which parts of layers are restored. */
public enum Scope {
    /** Metadata and contents. */
    ALL,
    /** Metadata; a later step restores the contents. */
    METADATA,
    /** Contents; an earlier step has restored the metadata. */
    CONTENTS;

    /**
     * Tells whether metadata is restored.
     *
     * @return whether it is
     */
    public boolean restoresMetadata() {
        return this != CONTENTS;
    }

    /**
     * Tells whether contents are restored.
     *
     * @return whether they are
     */
    public boolean restoresContents() {
        return this != METADATA;
    }
}
