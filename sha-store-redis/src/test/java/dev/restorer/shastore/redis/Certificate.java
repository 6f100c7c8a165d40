package dev.restorer.shastore.redis;

import java.nio.file.Path;

/** The PEM files of a certificate, its key and the CA that signed it. */
record Certificate(Path certificate, Path key, Path ca) {}
