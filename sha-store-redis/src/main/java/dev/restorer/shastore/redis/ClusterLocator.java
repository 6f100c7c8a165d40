package dev.restorer.shastore.redis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;

/**
 * Finds the node of a cluster that has the slot of the build. All keys of a build lie in one slot, so it is enough to
 * ask any node for one of them and to go where it points, which needs no command that a put and a get do not need as
 * well.
 */
final class ClusterLocator implements Locator {

    private static final int MAX_HOPS = 5;

    private final List<Node> seeds;
    private final Connector connector;
    private final Login login;
    private final String probe;
    private volatile @Nullable Node owner;

    /** The probe is a key of the build. */
    ClusterLocator(List<Node> seeds, Connector connector, Login login, String probe) {
        this.seeds = seeds;
        this.connector = connector;
        this.login = login;
        this.probe = probe;
    }

    @Override
    public NodeConnection locate(Deadline deadline) throws NodeFailure {
        Set<Node> starts = new LinkedHashSet<>();
        Optional.ofNullable(owner).ifPresent(starts::add);
        starts.addAll(seeds);
        Attempts attempts = new Attempts("node", this, deadline);
        for (Node start : starts) {
            NodeConnection connection = attempts.isOver() ? null : follow(start, attempts, deadline);
            if (connection != null) {
                return connection;
            }
        }
        throw attempts.failure();
    }

    /** Returns null if this way ends at a node that cannot be used. */
    private @Nullable NodeConnection follow(Node start, Attempts attempts, Deadline deadline) {
        Node next = start;
        for (int hop = 0; hop < MAX_HOPS && !attempts.has(next) && !attempts.isOver(); hop++) {
            NodeConnection connection = connector.newConnection(next);
            try {
                connect(connection, deadline);
                Optional<Node> further = probe(connection, deadline);
                if (further.isEmpty()) {
                    owner = next;
                    return connection;
                }
                connection.hangUp();
                next = further.get();
            } catch (NodeFailure e) {
                connection.hangUp();
                attempts.add(next, e);
            }
        }
        attempts.add(
                next,
                new NodeFailure(
                        next + " points to other nodes in a circle", "Run it again when the cluster has settled"));
        return null;
    }

    /** Returns the node that it points to, if it is not itself the one. */
    private Optional<Node> probe(NodeConnection connection, Deadline deadline) throws NodeFailure {
        CommandArguments get =
                new CommandArguments(Protocol.Command.HMGET).add(probe).add("probe");
        Object reply = connection.exchange(get, connector.within(deadline));
        if (!(reply instanceof Refusal refusal) || refusal.code().equals("ASK")) {
            return Optional.empty();
        }
        Node node = connection.node();
        return Optional.of(refusal.redirection(node).orElseThrow(() -> Refusals.of(node, refusal, login)));
    }

    @Override
    public void connect(NodeConnection connection, Deadline deadline) throws NodeFailure {
        connector.connect(connection, login, deadline);
    }

    @Override
    public boolean isMoved(Refusal refusal, Node refusing) {
        Optional<Node> other = refusal.code().equals("MOVED") ? refusal.redirection(refusing) : Optional.empty();
        other.ifPresent(node -> owner = node);
        return other.isPresent();
    }

    @Override
    public Optional<Node> asked(Refusal refusal, Node refusing) {
        return refusal.code().equals("ASK") ? refusal.redirection(refusing) : Optional.empty();
    }

    @Override
    public List<Node> configured() {
        return seeds;
    }
}
