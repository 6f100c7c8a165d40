package dev.restorer.shastore.redis.execution;

import dev.restorer.shastore.redis.connection.Connector;
import dev.restorer.shastore.redis.connection.Deadline;
import dev.restorer.shastore.redis.connection.NodeConnection;
import dev.restorer.shastore.redis.connection.NodeFailure;
import dev.restorer.shastore.redis.settings.Login;
import dev.restorer.shastore.redis.settings.Node;
import dev.restorer.shastore.redis.settings.RedisSettings;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisDataException;

/** Finds the node that has the keys of the build, starting from the configured nodes. */
abstract class Locator {

    final Connector connector;
    final Login login;
    private final RedisSettings settings;

    /** The node from which the last search succeeded, or to which the last redirection led. */
    private volatile @Nullable Node first;

    Locator(RedisSettings settings, Connector connector) {
        this.settings = settings;
        this.connector = connector;
        this.login = settings.login();
    }

    /** Connects to the node that has the keys of the build at present, and logs in. */
    final NodeConnection locate(Deadline deadline) throws NodeFailure {
        Deque<Node> starts = new ArrayDeque<>(settings.nodes());
        Optional.ofNullable(first).ifPresent(starts::addFirst);
        Map<Node, NodeFailure> failures = new HashMap<>();
        NodeFailure reported = null;
        while (true) {
            try {
                return locateFrom(starts.removeFirst(), failures, deadline);
            } catch (NodeFailure e) {
                reported = reported == null || (e.isReached() && !reported.isReached()) ? e : reported;
                if (starts.isEmpty() || deadline.hasPassed()) {
                    throw settings.nodes().size() == 1
                            ? reported
                            : reported.withContext("none of " + settings.nodeNames() + " can be used");
                }
            }
        }
    }

    /**
     * Locates the node from one start.
     *
     * @param failed the nodes that have failed in this search, which are not tried again; failures are added
     */
    abstract NodeConnection locateFrom(Node start, Map<Node, NodeFailure> failed, Deadline deadline) throws NodeFailure;

    /**
     * Returns whether an error reply means that another node has the keys now. A node that sends such an error has not
     * executed the command.
     */
    abstract boolean isMoved(JedisDataException error, Node sender) throws NodeFailure;

    /** Sets the node from which the next search starts. */
    final void startWith(Node node) {
        first = node;
    }
}
