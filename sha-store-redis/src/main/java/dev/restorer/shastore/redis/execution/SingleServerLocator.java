package dev.restorer.shastore.redis.execution;

import dev.restorer.shastore.redis.connection.Connector;
import dev.restorer.shastore.redis.connection.Deadline;
import dev.restorer.shastore.redis.connection.NodeConnection;
import dev.restorer.shastore.redis.connection.NodeFailure;
import dev.restorer.shastore.redis.settings.Node;
import dev.restorer.shastore.redis.settings.RedisSettings;
import java.util.Map;
import redis.clients.jedis.exceptions.JedisDataException;

/** Connects to the only server, which has the keys of every build. */
final class SingleServerLocator extends Locator {

    SingleServerLocator(RedisSettings settings, Connector connector) {
        super(settings, connector);
    }

    @Override
    NodeConnection locateFrom(Node start, Map<Node, NodeFailure> failed, Deadline deadline) throws NodeFailure {
        return connector.connect(start, login, deadline);
    }

    @Override
    boolean isMoved(JedisDataException error, Node sender) {
        return false;
    }
}
