package dev.restorer.shastore.redis.execution;

import dev.restorer.shastore.redis.connection.Connector;
import dev.restorer.shastore.redis.connection.Deadline;
import dev.restorer.shastore.redis.connection.ErrorReplies;
import dev.restorer.shastore.redis.connection.NodeConnection;
import dev.restorer.shastore.redis.connection.NodeFailure;
import dev.restorer.shastore.redis.settings.Node;
import dev.restorer.shastore.redis.settings.RedisSettings;
import java.util.Map;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisAskDataException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisMovedDataException;

/**
 * Finds the cluster node that serves the slot of the build. All keys of a build are in one slot, so one of them is
 * requested from any node, and MOVED replies are followed. A user needs no other permission for that than for a get.
 */
final class ClusterLocator extends Locator {

    private static final int MAX_REDIRECTIONS = 5;

    private final String key;

    /**
     * Creates a locator.
     *
     * @param key any key of the build
     */
    ClusterLocator(RedisSettings settings, Connector connector, String key) {
        super(settings, connector);
        this.key = key;
    }

    @Override
    NodeConnection locateFrom(Node start, Map<Node, NodeFailure> failed, Deadline deadline) throws NodeFailure {
        Node next = start;
        for (int redirections = 0; redirections < MAX_REDIRECTIONS; redirections++) {
            NodeFailure previous = failed.get(next);
            if (previous != null) {
                throw previous;
            }
            try {
                NodeConnection connection = connector.connect(next, login, deadline);
                Object reply = connection.exchange(probe(), connector.limited(deadline));
                if (!(reply instanceof JedisDataException) || reply instanceof JedisAskDataException) {
                    startWith(next);
                    return connection;
                }
                connection.disconnect();
                if (!(reply instanceof JedisMovedDataException moved)) {
                    throw ErrorReplies.failure(next, reply, login);
                }
                next = ErrorReplies.redirectionTarget(moved, next);
            } catch (NodeFailure e) {
                failed.put(next, e);
                throw e;
            }
        }
        throw new NodeFailure(
                next + " redirects to other nodes in a circle", "Run it again when the cluster is stable");
    }

    private CommandArguments probe() {
        return new CommandArguments(Command.HMGET).add(key).add("probe");
    }

    @Override
    boolean isMoved(JedisDataException error, Node sender) throws NodeFailure {
        if (error instanceof JedisMovedDataException moved) {
            startWith(ErrorReplies.redirectionTarget(moved, sender));
            return true;
        }
        return false;
    }
}
