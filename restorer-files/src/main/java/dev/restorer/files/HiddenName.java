package dev.restorer.files;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The names of files and folders that are made beside their place, before they are moved there. No layer has such a
 * name, so what bears one was left by a run that was killed.
 */
public final class HiddenName {

    private static final String PREFIX = ".restorer-";

    private static final AtomicLong COUNT = new AtomicLong(System.nanoTime());

    private HiddenName() {}

    /**
     * Tells whether a name is one of these.
     *
     * @param name the name of a file, folder or layer
     * @return whether it is
     */
    public static boolean is(String name) {
        return name.startsWith(PREFIX);
    }

    static String next() {
        return PREFIX + Long.toHexString(COUNT.incrementAndGet());
    }
}
