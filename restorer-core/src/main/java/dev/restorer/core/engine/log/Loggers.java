package dev.restorer.core.engine.log;

/** The name of the logger. Platforms filter by it, so it does not change when a class is renamed. */
public final class Loggers {

    public static final String NAME = "dev.restorer.core";

    private Loggers() {}
}
