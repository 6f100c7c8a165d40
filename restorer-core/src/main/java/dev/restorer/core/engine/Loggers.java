package dev.restorer.core.engine;

/** The names of loggers. Platforms filter by them, so they stay where a class is called otherwise. */
final class Loggers {

    /** Tells what a restore does. */
    static final String RESTORE = "dev.restorer.core.engine.LayerMetadataRestorer";

    /** Tells what is read. */
    static final String READER = "dev.restorer.core.metadata.FileMetadataReader";

    private Loggers() {}
}
