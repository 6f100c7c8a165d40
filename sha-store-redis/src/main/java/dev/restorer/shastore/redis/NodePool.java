package dev.restorer.shastore.redis;

import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.providers.PooledConnectionProvider;
import redis.clients.jedis.util.Pool;

/**
 * Connections to one node in a pool of Jedis. The pool makes them without connecting; who borrows one connects it
 * within the deadline of the call, and sees why if that fails. Safe for use by many threads at once.
 */
final class NodePool implements AutoCloseable {

    private final Locator locator;
    private final int size;
    private final Pool<Connection> pool;

    /** Makes connections, of which the first is there already. */
    private static final class Factory extends BasePooledObjectFactory<Connection> {

        private final Connector connector;
        private final Node node;
        private final AtomicReference<@Nullable NodeConnection> first;

        Factory(Connector connector, NodeConnection first) {
            this.connector = connector;
            this.node = first.node();
            this.first = new AtomicReference<>(first);
        }

        @Override
        public Connection create() {
            NodeConnection ready = first.getAndSet(null);
            return ready == null ? connector.newConnection(node) : ready;
        }

        @Override
        public PooledObject<Connection> wrap(Connection connection) {
            return new DefaultPooledObject<>(connection);
        }

        @Override
        public void destroyObject(PooledObject<Connection> pooled) {
            ((NodeConnection) pooled.getObject()).hangUp();
        }
    }

    /** Begins with a connection that is connected. */
    NodePool(Locator locator, Connector connector, NodeConnection first, int size) {
        this.locator = locator;
        this.size = size;
        GenericObjectPoolConfig<Connection> config = new GenericObjectPoolConfig<>();
        config.setJmxEnabled(false);
        config.setMaxTotal(size);
        config.setMaxIdle(size);
        config.setFairness(true);
        pool = new PooledConnectionProvider(new Factory(connector, first), config).getPool();
        pool.addObjects(1); // the first, so that it is closed with the others
    }

    /** Returns a connection of which nobody else has hold, to be given back. It may not be connected yet. */
    NodeConnection borrow(Deadline deadline) throws NodeFailure {
        if (Thread.currentThread().isInterrupted()) {
            throw Failures.interrupted(locator.names());
        }
        try {
            return (NodeConnection) pool.borrowObject(Duration.ofNanos(deadline.leftNanos()));
        } catch (NoSuchElementException e) {
            throw Failures.noneFree(locator.names(), deadline, size);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.interrupted(locator.names());
        } catch (Exception e) {
            throw new IllegalStateException("The SHA store was closed", e);
        }
    }

    void giveBack(NodeConnection connection) {
        if (connection.isUsable()) {
            pool.returnResource(connection);
        } else {
            pool.returnBrokenResource(connection);
        }
    }

    /** Closes those that lie idle at once, and those that somebody has hold of when they are given back. */
    @Override
    public void close() {
        pool.close();
    }
}
