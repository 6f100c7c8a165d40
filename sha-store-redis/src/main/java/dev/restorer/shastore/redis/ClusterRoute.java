package dev.restorer.shastore.redis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leads to the node of a cluster that has the build's slot. All keys of a build lie in one slot, so it is enough to
 * ask any node for one of them, and to go where that one points.
 */
final class ClusterRoute implements Route {

    private static final int MOST_HOPS = 5;

    private final List<Node> seeds;
    private final Connector connector;
    private final Login login;
    private final Command probe;
    private volatile @Nullable Node owner;

    /** The probe is a command for a key of the build. */
    ClusterRoute(List<Node> seeds, Connector connector, Login login, Command probe) {
        this.seeds = seeds;
        this.connector = connector;
        this.login = login;
        this.probe = probe;
    }

    @Override
    public NodeConnection connect(Deadline deadline) throws NodeFailure {
        Attempts attempts = new Attempts();
        for (Node start : starts()) {
            if (attempts.isOver(deadline)) {
                break;
            }
            NodeConnection connection = follow(start, attempts, deadline);
            if (connection != null) {
                return connection;
            }
        }
        throw attempts.failure("node", seeds);
    }

    private Set<Node> starts() {
        Set<Node> starts = new LinkedHashSet<>();
        Node known = owner;
        if (known != null) {
            starts.add(known);
        }
        starts.addAll(seeds);
        return starts;
    }

    /** Returns null if this way ends at a node that cannot be used. */
    private @Nullable NodeConnection follow(Node start, Attempts attempts, Deadline deadline) {
        Node next = start;
        for (int hop = 0; hop < MOST_HOPS && !attempts.has(next) && !attempts.isOver(deadline); hop++) {
            try {
                NodeConnection connection = connectTo(next, deadline);
                Optional<Node> further = probe(connection, deadline);
                if (further.isEmpty()) {
                    owner = next;
                    return connection;
                }
                connection.close();
                next = further.get();
            } catch (NodeFailure e) {
                attempts.add(next, e);
            }
        }
        attempts.add(next, deadline.isOver() ? TimeFailures.noConnection(next, deadline) : circle(next));
        return null;
    }

    private static NodeFailure circle(Node node) {
        return new NodeFailure(
                node + " points to other nodes in a circle", "Run it again when the cluster has settled");
    }

    /** Returns the node that it points to, if it is not itself the one. */
    private Optional<Node> probe(NodeConnection connection, Deadline deadline) throws NodeFailure {
        Node node = connection.node();
        Reply reply =
                connection.exchange(List.of(probe), connector.within(deadline)).get(0);
        Optional<Reply.Refusal> refusal = reply.refusal();
        if (refusal.isEmpty() || refusal.get().code().equals("ASK")) {
            return Optional.empty();
        }
        Optional<Node> further = Redirection.of(refusal.get(), node);
        if (further.isEmpty()) {
            connection.close();
            throw Refusals.of(node, refusal.get(), login);
        }
        return further;
    }

    @Override
    public NodeConnection connectTo(Node node, Deadline deadline) throws NodeFailure {
        return connector.connect(node, login, deadline);
    }

    @Override
    public Turn after(Reply.Refusal refusal, Node refusing) {
        Optional<Node> other = Redirection.of(refusal, refusing);
        if (other.isEmpty()) {
            return new Turn.Tell();
        }
        if (refusal.code().equals("ASK")) {
            return new Turn.AskOther(other.get());
        }
        owner = other.get();
        return new Turn.Again();
    }

    @Override
    public String toString() {
        return Attempts.names(seeds);
    }
}
