package dev.restorer.shastore.redis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisDataException;

/** Finds the node that keeps the build, from any of the nodes that were configured. This one takes it for that node. */
class Locator {

    final Connector connector;
    final Login login;
    private final RedisSettings settings;

    /** Where to begin the next time. */
    private volatile @Nullable Node known;

    Locator(RedisSettings settings, Connector connector) {
        this.settings = settings;
        this.connector = connector;
        this.login = settings.login();
    }

    /** Connects to the node that keeps the build now, and logs in. */
    final NodeConnection locate(Deadline deadline) throws NodeFailure {
        Deque<Node> starts = new ArrayDeque<>(settings.nodes());
        Optional.ofNullable(known).ifPresent(starts::addFirst);
        Map<Node, NodeFailure> failures = new HashMap<>();
        NodeFailure told = null;
        while (true) {
            try {
                return from(starts.removeFirst(), failures, deadline);
            } catch (NodeFailure e) {
                told = told == null || (e.reached() && !told.reached()) ? e : told;
                if (starts.isEmpty() || deadline.isOver()) {
                    throw settings.nodes().size() == 1
                            ? told
                            : told.after("none of " + settings.names() + " leads further");
                }
            }
        }
    }

    /** Goes on from a node that was configured or known. Nodes that have failed are not tried again. */
    NodeConnection from(Node start, Map<Node, NodeFailure> failed, Deadline deadline) throws NodeFailure {
        return connector.connect(start, login, deadline);
    }

    /** Tells whether a node that refuses so has done nothing, and another one is to be located. */
    boolean isMoved(JedisDataException refusal, Node refusing) throws NodeFailure {
        return false;
    }

    final void know(Node node) {
        known = node;
    }
}
