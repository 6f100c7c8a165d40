package dev.restorer.cli;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Classes of the JDK that take long to initialize, up to a tenth of a small restore. Another thread initializes them while
 * the arguments are read.
 */
final class SlowClasses {

    private SlowClasses() {}

    static void initialize() {
        try {
            Thread thread = new Thread(SlowClasses::use, "restorer-start");
            thread.setDaemon(true);
            thread.start();
        } catch (OutOfMemoryError e) {
            // The system has no more threads. The restore initializes the classes.
        }
    }

    /**
     * Digests need the providers of algorithms and views of arrays, the lock of the layers directory the process id, and
     * Jackson decimal numbers. Failures are reported by the restore.
     */
    private static String use() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest();
            return BigDecimal.TEN + " " + digest.length + " " + ProcessHandle.current();
        } catch (NoSuchAlgorithmException | RuntimeException | Error e) {
            return "";
        }
    }
}
