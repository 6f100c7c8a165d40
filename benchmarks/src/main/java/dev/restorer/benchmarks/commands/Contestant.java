package dev.restorer.benchmarks.commands;

import java.io.IOException;

/** One of the two that are compared. */
@FunctionalInterface
interface Contestant {

    /** Does the work once in a new directory, and removes what it wrote; removing is not part of what it took. */
    Sample run() throws IOException, InterruptedException;
}
