package dev.restorer.shastore.redis;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Connections to the node that keeps the build, not more than a number of them. Waiting for one counts towards the
 * time of a call, which is why this is no pool of a library. Safe for use by many threads at once.
 */
final class Connections implements AutoCloseable {

    /** A server, or what stands before it, may have closed a connection that lay idle for longer. */
    private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Route route;
    private final Connector connector;
    private final int most;
    private final Semaphore places;
    private final ConcurrentLinkedDeque<NodeConnection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Connections(Route route, Connector connector, int most) {
        this.route = route;
        this.connector = connector;
        this.most = most;
        this.places = new Semaphore(most, true);
    }

    /** Returns a connection of which nobody else has hold, to be given back. */
    NodeConnection borrow(Deadline deadline) throws NodeFailure {
        takePlace(deadline);
        NodeConnection connection = null;
        try {
            connection = idle(deadline);
            if (connection == null) {
                connection = route.connect(deadline);
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
            if (connection.idleNanos() < TRUSTED_NANOS || connector.works(connection, deadline)) {
                return connection;
            }
            connection.close();
        }
        return null;
    }

    void giveBack(NodeConnection connection) {
        if (!connection.isBroken()) {
            idle.addFirst(connection);
        }
        places.release();
        if (closed) {
            closeIdle();
        }
    }

    /** Closes those that nobody has hold of, as when they lead to a node that no longer keeps the build. */
    void closeIdle() {
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
