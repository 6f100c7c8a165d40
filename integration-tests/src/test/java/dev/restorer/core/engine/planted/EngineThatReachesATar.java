package dev.restorer.core.engine.planted;

import dev.restorer.core.contents.tar.TarEntry;

/** An engine that reads a tar itself. */
public record EngineThatReachesATar(TarEntry entry) {}
