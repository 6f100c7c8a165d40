package dev.restorer.shastore.redis;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;

/** Finds the master that sentinels name, and looks whether it is one: one that was replaced may still be named. */
final class SentinelLocator extends Locator {

    private final RedisSettings.Sentinels sentinels;

    SentinelLocator(RedisSettings settings, RedisSettings.Sentinels sentinels, Connector connector) {
        super(settings, connector);
        this.sentinels = sentinels;
    }

    @Override
    NodeConnection from(Node sentinel, Map<Node, NodeFailure> failed, Deadline deadline) throws NodeFailure {
        NodeConnection connection = connector.connect(master(sentinel, deadline), login, deadline);
        Object role = connection.exchange(new CommandArguments(Command.ROLE), connector.within(deadline));
        if (role instanceof List<?> all && !all.isEmpty() && text(all.get(0)).equals("master")) {
            know(sentinel);
            return connection;
        }
        connection.hangUp();
        throw role instanceof JedisDataException
                ? Refusals.of(connection.node(), role, login)
                : new NodeFailure(
                        connection.node() + " is named as the master " + master() + " and is none",
                        "Run it again when the sentinels have settled on a master");
    }

    private String master() {
        return Failures.shown(sentinels.master());
    }

    private Node master(Node sentinel, Deadline deadline) throws NodeFailure {
        NodeConnection connection = connector.connect(sentinel, sentinels.login(), deadline);
        try {
            CommandArguments question = new CommandArguments(Command.SENTINEL)
                    .add("GET-MASTER-ADDR-BY-NAME")
                    .add(sentinels.master());
            return node(sentinel, connection.exchange(question, connector.within(deadline)));
        } finally {
            connection.hangUp();
        }
    }

    private Node node(Node sentinel, @Nullable Object reply) throws NodeFailure {
        if (reply == null) {
            throw new NodeFailure(
                    sentinel + " watches no master " + master(),
                    "Write the name that is in the configuration of the sentinels");
        }
        if (reply instanceof List<?> address && address.size() == 2) {
            return Node.of(text(address.get(0)), text(address.get(1))).orElseThrow(() -> Refusals.unexpected(sentinel));
        }
        throw Refusals.of(sentinel, reply, sentinels.login());
    }

    private static String text(@Nullable Object reply) {
        return String.valueOf(NodeConnection.text(reply));
    }

    /** What a master that has become a replica refuses has not been done. */
    @Override
    boolean isMoved(JedisDataException refusal, Node refusing) {
        return Refusals.text(refusal).startsWith("READONLY ");
    }
}
