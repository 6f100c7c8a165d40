package dev.restorer.core.engine;

/** The name of the logger. Platforms filter by it, so it does not change when a class is renamed. */
final class Loggers {

    static final String NAME = "dev.restorer.core";

    private Loggers() {}
}
