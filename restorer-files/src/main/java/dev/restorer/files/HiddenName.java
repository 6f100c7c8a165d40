package dev.restorer.files;

import java.util.concurrent.atomic.AtomicLong;

/** Creates the hidden names of files and directories that are written next to their place. */
final class HiddenName {

    private static final AtomicLong COUNT = new AtomicLong(System.nanoTime());

    private HiddenName() {}

    static String next() {
        return PlainName.HIDDEN_PREFIX + Long.toHexString(COUNT.incrementAndGet());
    }
}
