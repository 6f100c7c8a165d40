package dev.restorer.vendors;

/**
 * A thread that keeps no object of its creator from being collected, since it may remain longer than the call that
 * needs it: neither the context class loader nor thread locals, such as a user or tenant.
 */
public final class DetachedThread {

    private DetachedThread() {}

    /**
     * Creates a daemon thread, which does not keep the JVM from exiting.
     *
     * @param task what it runs; if that is code of an application, set its context class loader before the start
     * @param name its name
     * @return the thread, which is not started
     */
    public static Thread of(Runnable task, String name) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setContextClassLoader(null);
        thread.setDaemon(true);
        return thread;
    }
}
