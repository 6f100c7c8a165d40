package dev.restorer.core.contents.stream;

import org.jspecify.annotations.Nullable;

/**
 * Creates threads that are independent of the thread that creates them. They are daemon threads, which do not keep the
 * JVM from exiting, and get none of its inheritable thread locals, such as a user or tenant.
 */
public final class DetachedThread {

    private DetachedThread() {}

    /**
     * Creates a thread, without starting it.
     *
     * @param task what it runs
     * @param name its name
     * @param context its context class loader, or null for none
     * @return the thread
     */
    public static Thread of(Runnable task, String name, @Nullable ClassLoader context) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(context);
        return thread;
    }
}
