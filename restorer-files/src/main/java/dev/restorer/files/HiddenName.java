package dev.restorer.files;

import java.util.concurrent.atomic.AtomicLong;

/** Makes the names of files and directories that are made beside their place. */
final class HiddenName {

    private static final AtomicLong COUNT = new AtomicLong(System.nanoTime());

    private HiddenName() {}

    static String next() {
        return PlainName.HIDDEN + Long.toHexString(COUNT.incrementAndGet());
    }
}
