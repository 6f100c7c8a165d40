package dev.restorer.shastore.redis;

import java.nio.file.Path;

/** A certificate, its key and the CA that signed it, each a file in PEM. */
record Certificate(Path certificate, Path key, Path ca) {}
