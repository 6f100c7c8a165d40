package dev.restorer.core.engine;

/** The names of the loggers. Platforms filter by them, so they do not change when a class is renamed. */
final class Loggers {

    /** The logger of restores. */
    static final String RESTORE = "dev.restorer.core.engine.LayerMetadataRestorer";

    /** The logger of reading metadata. */
    static final String READER = "dev.restorer.core.metadata.FileMetadataReader";

    private Loggers() {}
}
