package dev.restorer.shastore.redis.execution;

import dev.restorer.shastore.redis.connection.Connector;
import dev.restorer.shastore.redis.connection.Deadline;
import dev.restorer.shastore.redis.connection.ErrorReplies;
import dev.restorer.shastore.redis.connection.NodeConnection;
import dev.restorer.shastore.redis.connection.NodeFailure;
import dev.restorer.shastore.redis.settings.Login;
import dev.restorer.shastore.redis.settings.Node;
import dev.restorer.shastore.redis.settings.RedisSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisAskDataException;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Executes commands on the node that has the keys of the build, and follows redirections to other nodes.
 *
 * <p>Commands are sent again only if the first node rejected them. After a lost reply they are not: the node may still
 * execute the first ones later, and overwrite what was written in the meantime.
 */
public final class CommandExecutor implements AutoCloseable {

    private static final int MAX_REDIRECTIONS = 5;

    private static final List<CommandArguments> EMPTY_TRANSACTION =
            List.of(new CommandArguments(Command.MULTI), new CommandArguments(Command.DISCARD));

    /**
     * The replies to some commands.
     *
     * @param node the node that sent them
     * @param values one reply for each command
     */
    public record Replies(Node node, List<@Nullable Object> values) {}

    private final Locator locator;
    private final Connector connector;
    private final Login login;
    private final NodePool pool;

    /**
     * Creates an executor.
     *
     * @param key any key of the build
     */
    public CommandExecutor(RedisSettings settings, String key) {
        this.connector = Connector.create(settings);
        this.locator = locator(settings, connector, key);
        this.login = settings.login();
        this.pool = new NodePool(locator, connector, settings);
    }

    private static Locator locator(RedisSettings settings, Connector connector, String key) {
        if (settings.sentinels() != null) {
            return new SentinelLocator(settings, settings.sentinels(), connector);
        }
        return settings.login().target() == Login.Target.CLUSTER
                ? new ClusterLocator(settings, connector, key)
                : new SingleServerLocator(settings, connector);
    }

    /** Executes commands for one key, or one transaction. None of the replies is an error. */
    public Replies execute(List<CommandArguments> commands, Deadline deadline) throws NodeFailure {
        pool.acquire(deadline);
        try {
            return executeWithRedirections(commands, deadline);
        } catch (NodeFailure e) {
            pool.invalidateAll();
            throw e;
        } finally {
            pool.release();
        }
    }

    private Replies executeWithRedirections(List<CommandArguments> commands, Deadline deadline) throws NodeFailure {
        Replies replies = executeOnLocatedNode(commands, deadline);
        for (int redirections = 0; ; redirections++) {
            Optional<JedisDataException> error = ErrorReplies.firstError(replies.values());
            if (error.isEmpty()) {
                return replies;
            }
            boolean mayRedirect = redirections < MAX_REDIRECTIONS;
            boolean isCluster = login.target() == Login.Target.CLUSTER;
            if (mayRedirect && isCluster && error.get() instanceof JedisAskDataException ask) {
                replies = executeAsking(ErrorReplies.redirectionTarget(ask, replies.node()), commands, deadline);
            } else if (mayRedirect && locator.isMoved(error.get(), replies.node())) {
                pool.invalidateAll();
                replies = executeOnLocatedNode(commands, deadline);
            } else {
                throw ErrorReplies.failure(replies.node(), error.get(), login);
            }
        }
    }

    private Replies executeOnLocatedNode(List<CommandArguments> commands, Deadline deadline) throws NodeFailure {
        NodeConnection connection = pool.borrow(deadline);
        try {
            List<@Nullable Object> replies = exchange(connection, commands, deadline);
            if (ErrorReplies.firstError(replies).isPresent()) {
                connection.disconnect(); // it may still be in a transaction
            }
            return new Replies(connection.node(), replies);
        } finally {
            pool.giveBack(connection);
        }
    }

    /** Executes commands on a node that is importing the slot of the build, which requires ASKING. */
    private Replies executeAsking(Node node, List<CommandArguments> commands, Deadline deadline) throws NodeFailure {
        List<CommandArguments> all = new ArrayList<>(List.of(new CommandArguments(Command.ASKING)));
        all.addAll(commands);
        NodeConnection connection = connector.connect(node, login, deadline);
        try {
            List<@Nullable Object> replies = exchange(connection, all, deadline);
            return new Replies(node, replies.subList(1, replies.size()));
        } finally {
            connection.disconnect();
        }
    }

    /**
     * Tests before the first transaction on a connection that the user may use transactions. If MULTI is not permitted,
     * the server executes the commands after it one by one; if it then rejects PEXPIRE, a hash never expires.
     */
    private List<@Nullable Object> exchange(
            NodeConnection connection, List<CommandArguments> commands, Deadline deadline) throws NodeFailure {
        boolean isTransaction = commands.stream().anyMatch(command -> command.getCommand() == Command.MULTI);
        if (isTransaction && !connection.mayUseTransactions()) {
            for (Object reply : connection.exchange(EMPTY_TRANSACTION, deadline)) {
                if (!"OK".equals(NodeConnection.text(reply))) {
                    connection.disconnect();
                    throw ErrorReplies.failure(connection.node(), reply, login);
                }
            }
            connection.setMayUseTransactions();
        }
        return connection.exchange(commands, deadline);
    }

    /** Closes idle connections. Those in use are closed when their commands have completed. */
    @Override
    public void close() {
        pool.close();
    }
}
