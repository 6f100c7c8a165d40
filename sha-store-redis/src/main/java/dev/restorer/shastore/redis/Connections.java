package dev.restorer.shastore.redis;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Connections to the node that keeps the build, not more than a number of them. Waiting for one counts towards the
 * time of a call, which is why this is no pool of a library. Safe for use by many threads at once.
 */
final class Connections implements AutoCloseable {

    private final Route route;
    private final Connector connector;
    private final int most;
    private final long trustedNanos;
    private final Semaphore places;
    private final ConcurrentLinkedDeque<NodeConnection> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger generation = new AtomicInteger();
    private volatile boolean closed;

    /** A server, or what stands before it, may have closed a connection that lay idle for longer than is trusted. */
    Connections(Route route, Connector connector, int most, Duration trusted) {
        this.route = route;
        this.connector = connector;
        this.most = most;
        this.trustedNanos = trusted.toNanos();
        this.places = new Semaphore(most, true);
    }

    /** Returns a connection of which nobody else has hold, to be given back. */
    NodeConnection borrow(Deadline deadline) throws NodeFailure {
        takePlace(deadline);
        NodeConnection connection = null;
        try {
            connection = idle(deadline);
            if (connection == null) {
                int now = generation.get();
                connection = route.connect(deadline);
                connection.setGeneration(now);
            }
            return connection;
        } finally {
            if (connection == null) {
                places.release();
            }
        }
    }

    private void takePlace(Deadline deadline) throws NodeFailure {
        try {
            if (!places.tryAcquire(deadline.leftNanos(), TimeUnit.NANOSECONDS)) {
                throw TimeFailures.noPlace(route.toString(), deadline, most);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TimeFailures.interrupted(route.toString());
        }
    }

    private @Nullable NodeConnection idle(Deadline deadline) {
        for (NodeConnection connection = idle.poll(); connection != null; connection = idle.poll()) {
            if (isOld(connection)) {
                connection.close();
            } else if (connection.idleNanos() < trustedNanos || connector.works(connection, deadline)) {
                return connection;
            } else {
                // The others most likely do not work either, and to try each would take the time of a new one.
                connection.close();
                retire(connection.generation());
            }
        }
        return null;
    }

    private boolean isOld(NodeConnection connection) {
        return connection.generation() != generation.get();
    }

    void giveBack(NodeConnection connection) {
        if (isOld(connection)) {
            connection.close();
        }
        if (!connection.isBroken()) {
            idle.addFirst(connection);
        }
        places.release();
        if (closed) {
            closeIdle();
        }
    }

    /**
     * Closes the connections of a generation, as when they lead to a node that no longer keeps the build: those that lie
     * idle at once, and those that somebody has hold of when they are given back. Those of another one stay.
     */
    void retire(int old) {
        if (generation.compareAndSet(old, old + 1)) {
            closeIdle();
        }
    }

    private void closeIdle() {
        for (NodeConnection connection = idle.poll(); connection != null; connection = idle.poll()) {
            connection.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        closeIdle();
    }
}
