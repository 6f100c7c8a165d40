package dev.restorer.cli;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Classes of the JDK that take long to initialize, up to a tenth of a small restore. Another thread initializes them
 * while the arguments are read.
 */
final class SlowClasses {

    private static final int VERSION_THAT_LOGS_EXITS = 21;

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
     * Uses them in the order in which the restore does: decimal numbers for Jackson, digests with their views of
     * arrays, the process id for the lock of the layers directory, and the logger of the exit. Failures are reported by
     * the restore.
     */
    private static String use() {
        try {
            return BigDecimal.TEN
                    + " "
                    + MessageDigest.getInstance("SHA-256").digest().length
                    + ProcessHandle.current()
                    + isExitLogged();
        } catch (NoSuchAlgorithmException | RuntimeException | Error e) {
            return "";
        }
    }

    private static boolean isExitLogged() {
        return Runtime.version().feature() >= VERSION_THAT_LOGS_EXITS
                && System.getLogger("java.lang.Runtime").isLoggable(System.Logger.Level.DEBUG);
    }
}
