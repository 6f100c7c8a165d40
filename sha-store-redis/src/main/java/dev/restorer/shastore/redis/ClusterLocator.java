package dev.restorer.shastore.redis;

import java.util.Map;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisAskDataException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisMovedDataException;

/**
 * Finds the node of a cluster that has the slot of the build. All keys of a build lie in one slot, so it is enough to
 * ask any node for one of them and to go where it points, which needs no command that a put and a get do not need as
 * well.
 */
final class ClusterLocator extends Locator {

    private static final int MAX_HOPS = 5;

    private final String probe;

    /** The probe is a key of the build. */
    ClusterLocator(RedisSettings settings, Connector connector, String probe) {
        super(settings, connector);
        this.probe = probe;
    }

    @Override
    NodeConnection from(Node start, Map<Node, NodeFailure> failed, Deadline deadline) throws NodeFailure {
        Node next = start;
        for (int hop = 0; hop < MAX_HOPS; hop++) {
            NodeFailure before = failed.get(next);
            if (before != null) {
                throw before;
            }
            try {
                NodeConnection connection = connector.connect(next, login, deadline);
                Object reply = connection.exchange(probe(), connector.within(deadline));
                if (!(reply instanceof JedisDataException) || reply instanceof JedisAskDataException) {
                    know(next);
                    return connection;
                }
                connection.hangUp();
                if (!(reply instanceof JedisMovedDataException moved)) {
                    throw Refusals.of(next, reply, login);
                }
                next = Refusals.target(moved, next);
            } catch (NodeFailure e) {
                failed.put(next, e);
                throw e;
            }
        }
        throw new NodeFailure(next + " points to other nodes in a circle", "Run it again when the cluster has settled");
    }

    private CommandArguments probe() {
        return new CommandArguments(Command.HMGET).add(probe).add("probe");
    }

    @Override
    boolean isMoved(JedisDataException refusal, Node refusing) throws NodeFailure {
        if (refusal instanceof JedisMovedDataException moved) {
            know(Refusals.target(moved, refusing));
            return true;
        }
        return false;
    }
}
