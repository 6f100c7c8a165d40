package dev.restorer.cli.process;

/** A thread that runs the shutdown hook. */
public final class ProcessEnd {

    private final Thread thread;

    public ProcessEnd(Runnable end) {
        thread = new Thread(end);
        thread.setDaemon(true);
    }

    /** Starts it, and returns true if it waits, or false if it has ended. */
    public boolean begunAndWaits() {
        thread.start();
        Thread.State state = thread.getState();
        while (state != Thread.State.TIMED_WAITING && state != Thread.State.TERMINATED) {
            Thread.onSpinWait();
            state = thread.getState();
        }
        return state == Thread.State.TIMED_WAITING;
    }

    void join() throws InterruptedException {
        thread.join();
    }
}
