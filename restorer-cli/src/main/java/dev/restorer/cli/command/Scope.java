package dev.restorer.cli.command;

/** Which parts of layers are restored. */
enum Scope {
    /** Metadata and contents. */
    ALL,
    /** Metadata; a later step restores the contents. */
    METADATA,
    /** Contents; an earlier step has restored the metadata. */
    CONTENTS;

    boolean restoresMetadata() {
        return this != CONTENTS;
    }

    boolean restoresContents() {
        return this != METADATA;
    }
}
