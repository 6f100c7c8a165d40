package dev.restorer.shastore.redis;

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
