package dev.restorer.cli.command;

/** What of the layers is restored. */
enum Scope {
    /** Metadata, and then contents. */
    ALL,
    /** Metadata, for contents that another step restores. */
    METADATA,
    /** Contents, for metadata that an earlier step restored. */
    CONTENTS;

    boolean restoresMetadata() {
        return this != CONTENTS;
    }

    boolean restoresContents() {
        return this != METADATA;
    }
}
