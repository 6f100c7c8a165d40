package dev.restorer.shastore.redis.execution;

import dev.restorer.api.Quoted;
import dev.restorer.shastore.redis.connection.Connector;
import dev.restorer.shastore.redis.connection.Deadline;
import dev.restorer.shastore.redis.connection.ErrorReplies;
import dev.restorer.shastore.redis.connection.NodeConnection;
import dev.restorer.shastore.redis.connection.NodeFailure;
import dev.restorer.shastore.redis.settings.Node;
import dev.restorer.shastore.redis.settings.RedisSettings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;

/** Finds the master through sentinels, and verifies its role, since sentinels may still name a replaced master. */
final class SentinelLocator extends Locator {

    private final RedisSettings.Sentinels sentinels;

    SentinelLocator(RedisSettings settings, RedisSettings.Sentinels sentinels, Connector connector) {
        super(settings, connector);
        this.sentinels = sentinels;
    }

    @Override
    NodeConnection locateFrom(Node sentinel, Map<Node, NodeFailure> failed, Deadline deadline) throws NodeFailure {
        NodeConnection connection = connector.connect(master(sentinel, deadline), login, deadline);
        Object role = connection.exchange(new CommandArguments(Command.ROLE), connector.limited(deadline));
        if (role instanceof List<?> all && !all.isEmpty() && text(all.get(0)).equals("master")) {
            startWith(sentinel);
            return connection;
        }
        connection.disconnect();
        throw role instanceof JedisDataException
                ? ErrorReplies.failure(connection.node(), role, login)
                : new NodeFailure(
                        connection.node() + " is not a master, but the sentinels name it as the master "
                                + quotedMaster(),
                        "Run it again when the sentinels have agreed on a master");
    }

    private String quotedMaster() {
        return Quoted.quote(sentinels.master());
    }

    private Node master(Node sentinel, Deadline deadline) throws NodeFailure {
        NodeConnection connection = connector.connect(sentinel, sentinels.login(), deadline);
        try {
            CommandArguments getAddress = new CommandArguments(Command.SENTINEL)
                    .add("GET-MASTER-ADDR-BY-NAME")
                    .add(sentinels.master());
            return node(sentinel, connection.exchange(getAddress, connector.limited(deadline)));
        } finally {
            connection.disconnect();
        }
    }

    private Node node(Node sentinel, @Nullable Object reply) throws NodeFailure {
        if (reply == null) {
            throw new NodeFailure(
                    sentinel + " does not monitor a master " + quotedMaster(),
                    "Write the name that is in the configuration of the sentinels");
        }
        if (reply instanceof List<?> address && address.size() == 2) {
            return Node.of(text(address.get(0)), text(address.get(1)))
                    .orElseThrow(() -> ErrorReplies.unexpectedReply(sentinel));
        }
        throw ErrorReplies.failure(sentinel, reply, sentinels.login());
    }

    private static String text(@Nullable Object reply) {
        return String.valueOf(NodeConnection.text(reply));
    }

    /** A master that has become a replica rejects writes. */
    @Override
    boolean isMoved(JedisDataException error, Node sender) {
        return ErrorReplies.text(error).startsWith("READONLY ");
    }
}
