package dev.restorer.shastore.redis;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;

/**
 * The connections that lie idle, and how many may be in use. Who has entered and finds none that is idle connects one
 * itself, within the deadline of its call, and sees why if that fails. Safe for use by many threads at once.
 */
final class NodePool implements AutoCloseable {

    /** A server, or what stands before it, may have closed a connection that lay idle for longer. */
    private static final Duration TRUSTED_IDLE = Duration.ofSeconds(1);

    private static final CommandArguments PING = new CommandArguments(Protocol.Command.PING);

    private final Locator locator;
    private final Connector connector;
    private final String names;
    private final int size;
    private final Semaphore free;
    private final Deque<NodeConnection> idle = new ArrayDeque<>();
    private long retired = System.nanoTime();
    private boolean closed;

    NodePool(Locator locator, Connector connector, RedisSettings settings) {
        this.locator = locator;
        this.connector = connector;
        names = settings.names();
        size = settings.pool();
        free = new Semaphore(size, true);
    }

    /** Waits until one more connection may be in use. Who has entered leaves again. */
    void enter(Deadline deadline) throws NodeFailure {
        try {
            if (!free.tryAcquire(deadline.leftNanos(), TimeUnit.NANOSECONDS)) {
                throw Failures.noneFree(names, deadline, size);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.interrupted(names);
        }
    }

    void leave() {
        free.release();
    }

    /** Returns a connection that works, to be given back. */
    NodeConnection take(Deadline deadline) throws NodeFailure {
        NodeConnection last = lastUsed();
        if (last != null && isAlive(last, deadline)) {
            return last;
        }
        if (last != null) {
            // Others most likely do not work either, and another node may keep the build by now.
            last.hangUp();
            retire();
        }
        return locator.locate(deadline);
    }

    private synchronized @Nullable NodeConnection lastUsed() {
        return idle.pollFirst();
    }

    private boolean isAlive(NodeConnection connection, Deadline deadline) {
        try {
            return connection.idleNanos() <= TRUSTED_IDLE.toNanos()
                    || connection.exchange(PING, connector.within(deadline)) instanceof byte[];
        } catch (NodeFailure e) {
            return false;
        }
    }

    /** Closes a connection that cannot be used again, or was there when the others were retired. */
    synchronized void giveBack(NodeConnection connection) {
        if (connection.isUsable() && connection.isYoungerThan(retired) && !closed) {
            idle.addFirst(connection);
        } else {
            connection.hangUp();
        }
    }

    /** Gives up all connections that there are, as when their node fails or no longer keeps the build. */
    synchronized void retire() {
        retired = System.nanoTime();
        idle.forEach(NodeConnection::hangUp);
        idle.clear();
    }

    /** Those that are in use are closed when they are given back. */
    @Override
    public synchronized void close() {
        closed = true;
        retire();
    }
}
