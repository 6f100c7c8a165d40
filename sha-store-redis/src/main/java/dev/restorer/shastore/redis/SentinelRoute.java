package dev.restorer.shastore.redis;

import java.util.List;
import java.util.Optional;
import redis.clients.jedis.Protocol;

/**
 * Leads to the master that sentinels name. They are asked for each new connection, as a master that has been replaced
 * may not know it yet.
 */
final class SentinelRoute implements Route {

    private static final String ASK_A_REPLICA = "READONLY";

    private final List<Node> sentinels;
    private final String master;
    private final Connector connector;
    private final Login toSentinels;
    private final Login toMaster;

    SentinelRoute(List<Node> sentinels, String master, Connector connector, Login toSentinels, Login toMaster) {
        this.sentinels = sentinels;
        this.master = master;
        this.connector = connector;
        this.toSentinels = toSentinels;
        this.toMaster = toMaster;
    }

    @Override
    public NodeConnection connect(Deadline deadline) throws NodeFailure {
        Attempts attempts = new Attempts();
        for (Node sentinel : sentinels) {
            if (attempts.isOver(deadline)) {
                break;
            }
            try {
                return connectTo(master(sentinel, deadline), deadline);
            } catch (NodeFailure e) {
                attempts.add(sentinel, e);
            }
        }
        throw attempts.failure("sentinel", sentinels);
    }

    private Node master(Node sentinel, Deadline deadline) throws NodeFailure {
        NodeConnection connection = connector.connect(sentinel, toSentinels, deadline);
        try {
            Command question = Command.of(Protocol.Command.SENTINEL, "GET-MASTER-ADDR-BY-NAME", master);
            return node(
                    sentinel,
                    connection
                            .exchange(List.of(question), connector.within(deadline))
                            .get(0));
        } finally {
            connection.close();
        }
    }

    private Node node(Node sentinel, Reply reply) throws NodeFailure {
        Optional<Reply.Refusal> refusal = reply.refusal();
        if (refusal.isPresent()) {
            throw Refusals.of(sentinel, refusal.get(), toSentinels);
        }
        if (reply instanceof Reply.Absent) {
            throw new NodeFailure(
                    sentinel + " watches no master " + Shown.text(master),
                    "Write the name that is in the configuration of the sentinels");
        }
        return address(reply).orElseThrow(() -> Refusals.unexpected(sentinel));
    }

    private static Optional<Node> address(Reply reply) {
        return reply instanceof Reply.Many many
                        && many.replies().size() == 2
                        && many.replies().get(0) instanceof Reply.Text host
                        && many.replies().get(1) instanceof Reply.Text port
                ? Node.of(host.text(), port.text())
                : Optional.empty();
    }

    @Override
    public NodeConnection connectTo(Node node, Deadline deadline) throws NodeFailure {
        NodeConnection connection = connector.connect(node, toMaster, deadline);
        Reply role = connection
                .exchange(List.of(Command.of(Protocol.Command.ROLE)), connector.within(deadline))
                .get(0);
        Optional<Reply.Refusal> refusal = role.refusal();
        if (refusal.isPresent()) {
            connection.close();
            throw Refusals.of(node, refusal.get(), toMaster);
        }
        if (!isMaster(role)) {
            connection.close();
            throw new NodeFailure(
                    node + " is named as the master " + Shown.text(master) + " and is none",
                    "Run it again when the sentinels have settled on a master");
        }
        return connection;
    }

    private static boolean isMaster(Reply role) {
        return role instanceof Reply.Many many
                && !many.replies().isEmpty()
                && many.replies().get(0) instanceof Reply.Text text
                && text.text().equals("master");
    }

    /** What a master that has become a replica refuses has not been done, so the new one can be asked. */
    @Override
    public Turn after(Reply.Refusal refusal, Node refusing) {
        return refusal.code().equals(ASK_A_REPLICA) ? new Turn.Again() : new Turn.Tell();
    }

    @Override
    public String toString() {
        return Attempts.names(sentinels);
    }
}
