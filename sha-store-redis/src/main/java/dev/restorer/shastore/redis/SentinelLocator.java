package dev.restorer.shastore.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;

/** Finds the master that sentinels name, and looks whether it is one: one that was replaced may still be named. */
final class SentinelLocator implements Locator {

    private final List<Node> sentinels;
    private final String master;
    private final Connector connector;
    private final Login toSentinels;
    private final Login toMaster;

    SentinelLocator(List<Node> sentinels, String master, Connector connector, Login toSentinels, Login toMaster) {
        this.sentinels = sentinels;
        this.master = master;
        this.connector = connector;
        this.toSentinels = toSentinels;
        this.toMaster = toMaster;
    }

    @Override
    public NodeConnection locate(Deadline deadline) throws NodeFailure {
        Attempts attempts = new Attempts("sentinel", this, deadline);
        for (Node sentinel : sentinels) {
            if (attempts.isOver()) {
                break;
            }
            try {
                NodeConnection connection = connector.newConnection(master(sentinel, deadline));
                connect(connection, deadline);
                return connection;
            } catch (NodeFailure e) {
                attempts.add(sentinel, e);
            }
        }
        throw attempts.failure();
    }

    private Node master(Node sentinel, Deadline deadline) throws NodeFailure {
        NodeConnection connection = connector.newConnection(sentinel);
        try {
            connector.connect(connection, toSentinels, deadline);
            CommandArguments question = new CommandArguments(Protocol.Command.SENTINEL)
                    .add("GET-MASTER-ADDR-BY-NAME")
                    .add(master);
            return node(sentinel, connection.exchange(question, connector.within(deadline)));
        } finally {
            connection.hangUp();
        }
    }

    private Node node(Node sentinel, @Nullable Object reply) throws NodeFailure {
        if (reply instanceof Refusal refusal) {
            throw Refusals.of(sentinel, refusal, toSentinels);
        }
        if (reply == null) {
            throw new NodeFailure(
                    sentinel + " watches no master " + Failures.shown(master),
                    "Write the name that is in the configuration of the sentinels");
        }
        if (reply instanceof List<?> address && address.size() == 2) {
            return Node.of(text(address.get(0)), text(address.get(1))).orElseThrow(() -> Refusals.unexpected(sentinel));
        }
        throw Refusals.unexpected(sentinel);
    }

    private static String text(@Nullable Object reply) {
        return String.valueOf(NodeConnection.text(reply));
    }

    @Override
    public void connect(NodeConnection connection, Deadline deadline) throws NodeFailure {
        connector.connect(connection, toMaster, deadline);
        Object role = connection.exchange(new CommandArguments(Protocol.Command.ROLE), connector.within(deadline));
        boolean isMaster = role instanceof List<?> all
                && !all.isEmpty()
                && text(all.get(0)).equals("master");
        if (isMaster) {
            return;
        }
        connection.hangUp();
        throw role instanceof Refusal refusal
                ? Refusals.of(connection.node(), refusal, toMaster)
                : new NodeFailure(
                        connection.node() + " is named as the master " + Failures.shown(master) + " and is none",
                        "Run it again when the sentinels have settled on a master");
    }

    /** What a master that has become a replica refuses has not been done. */
    @Override
    public boolean isMoved(Refusal refusal, Node refusing) {
        return refusal.code().equals("READONLY");
    }

    @Override
    public List<Node> configured() {
        return sentinels;
    }
}
