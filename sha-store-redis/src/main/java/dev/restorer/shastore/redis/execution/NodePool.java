package dev.restorer.shastore.redis.execution;

import dev.restorer.shastore.redis.connection.Connector;
import dev.restorer.shastore.redis.connection.Deadline;
import dev.restorer.shastore.redis.connection.Failures;
import dev.restorer.shastore.redis.connection.NodeConnection;
import dev.restorer.shastore.redis.connection.NodeFailure;
import dev.restorer.shastore.redis.settings.RedisSettings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;

/**
 * A pool of connections to the node of the build. If no connection is idle, the calling thread establishes one itself,
 * within its deadline, so that it gets the cause if that fails. Safe for use by several threads.
 */
final class NodePool implements AutoCloseable {

    /** The time after which an idle connection is tested, since a server or a proxy may have closed it. */
    private static final Duration MAX_IDLE_WITHOUT_TEST = Duration.ofSeconds(1);

    private static final CommandArguments PING = new CommandArguments(Protocol.Command.PING);

    private final Locator locator;
    private final Connector connector;
    private final String nodeNames;
    private final int size;
    private final Semaphore permits;
    private final Deque<NodeConnection> idle = new ArrayDeque<>();
    private long invalidated = System.nanoTime();
    private boolean isClosed;

    NodePool(Locator locator, Connector connector, RedisSettings settings) {
        this.locator = locator;
        this.connector = connector;
        nodeNames = settings.nodeNames();
        size = settings.pool();
        permits = new Semaphore(size, true);
    }

    /** Waits for a permit to use a connection. The caller releases it. */
    void acquire(Deadline deadline) throws NodeFailure {
        try {
            if (!permits.tryAcquire(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
                throw Failures.poolExhausted(nodeNames, deadline, size);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.interrupted(nodeNames);
        }
    }

    void release() {
        permits.release();
    }

    /** Returns a working connection, which the caller gives back. */
    NodeConnection borrow(Deadline deadline) throws NodeFailure {
        NodeConnection lastUsed = pollIdle();
        if (lastUsed != null && isAlive(lastUsed, deadline)) {
            return lastUsed;
        }
        if (lastUsed != null) {
            // The others have probably failed too, and another node may have the keys now.
            lastUsed.disconnect();
            invalidateAll();
        }
        return locator.locate(deadline);
    }

    private synchronized @Nullable NodeConnection pollIdle() {
        return idle.pollFirst();
    }

    private boolean isAlive(NodeConnection connection, Deadline deadline) {
        try {
            return connection.idleNanos() <= MAX_IDLE_WITHOUT_TEST.toNanos()
                    || connection.exchange(PING, connector.limited(deadline)) instanceof byte[];
        } catch (NodeFailure e) {
            return false;
        }
    }

    /** Keeps a connection for further use, or closes it if it failed or was invalidated. */
    synchronized void giveBack(NodeConnection connection) {
        if (connection.isUsable() && connection.isConnectedAfter(invalidated) && !isClosed) {
            idle.addFirst(connection);
        } else {
            connection.disconnect();
        }
    }

    /** Closes idle connections now and the others when they are given back, because their node may have changed. */
    synchronized void invalidateAll() {
        invalidated = System.nanoTime();
        idle.forEach(NodeConnection::disconnect);
        idle.clear();
    }

    /** Closes idle connections now, and the others when they are given back. */
    @Override
    public synchronized void close() {
        isClosed = true;
        invalidateAll();
    }
}
