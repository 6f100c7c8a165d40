package dev.restorer.shastore.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisAskDataException;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Exchanges commands with whichever node keeps the build. A node that points to another has refused, so that one is
 * asked. Nothing is sent a second time where it is not known whether it was done: it might be done late, and undo what
 * was put in the meantime.
 */
final class BuildServer implements AutoCloseable {

    private static final int MAX_TURNS = 5;

    private static final List<CommandArguments> NO_TRANSACTION =
            List.of(new CommandArguments(Command.MULTI), new CommandArguments(Command.DISCARD));

    /** The replies, and whose they are. */
    record Answer(Node node, List<@Nullable Object> replies) {}

    private final Locator locator;
    private final Connector connector;
    private final Login login;
    private final NodePool pool;

    BuildServer(Locator locator, Connector connector, RedisSettings settings) {
        this.locator = locator;
        this.connector = connector;
        this.login = settings.login();
        this.pool = new NodePool(locator, connector, settings);
    }

    /** Returns one reply a command, none of them an error. The commands are for one key, or one transaction. */
    Answer ask(List<CommandArguments> commands, Deadline deadline) throws NodeFailure {
        pool.enter(deadline);
        try {
            return askAllowed(commands, deadline);
        } catch (NodeFailure e) {
            pool.retire();
            throw e;
        } finally {
            pool.leave();
        }
    }

    private Answer askAllowed(List<CommandArguments> commands, Deadline deadline) throws NodeFailure {
        Answer answer = askLocated(commands, deadline);
        for (int turns = 0; ; turns++) {
            Optional<JedisDataException> refusal = Refusals.firstOf(answer.replies());
            if (refusal.isEmpty()) {
                return answer;
            }
            boolean isCluster = login.to() == Login.To.CLUSTER;
            if (turns < MAX_TURNS && isCluster && refusal.get() instanceof JedisAskDataException ask) {
                answer = askOther(Refusals.target(ask, answer.node()), commands, deadline);
            } else if (turns < MAX_TURNS && locator.isMoved(refusal.get(), answer.node())) {
                pool.retire();
                answer = askLocated(commands, deadline);
            } else {
                throw Refusals.of(answer.node(), refusal.get(), login);
            }
        }
    }

    private Answer askLocated(List<CommandArguments> commands, Deadline deadline) throws NodeFailure {
        NodeConnection connection = pool.take(deadline);
        try {
            List<@Nullable Object> replies = exchange(connection, commands, deadline);
            if (Refusals.firstOf(replies).isPresent()) {
                connection.hangUp(); // it may still be in a transaction
            }
            return new Answer(connection.node(), replies);
        } finally {
            pool.giveBack(connection);
        }
    }

    /** Says first that it is known that the node does not keep the build yet. */
    private Answer askOther(Node node, List<CommandArguments> commands, Deadline deadline) throws NodeFailure {
        List<CommandArguments> all = new ArrayList<>(List.of(new CommandArguments(Command.ASKING)));
        all.addAll(commands);
        NodeConnection connection = connector.connect(node, login, deadline);
        try {
            List<@Nullable Object> replies = exchange(connection, all, deadline);
            return new Answer(node, replies.subList(1, replies.size()));
        } finally {
            connection.hangUp();
        }
    }

    /**
     * Before the first transaction of a connection, begins one and leaves it. Where that is not permitted, the writes
     * of a transaction would be done one by one, and if the expiry is refused then, a hash would stay for ever.
     */
    private List<@Nullable Object> exchange(
            NodeConnection connection, List<CommandArguments> commands, Deadline deadline) throws NodeFailure {
        boolean transacts = commands.stream().anyMatch(command -> command.getCommand() == Command.MULTI);
        if (transacts && !connection.mayTransact()) {
            for (Object reply : connection.exchange(NO_TRANSACTION, deadline)) {
                if (!"OK".equals(NodeConnection.text(reply))) {
                    connection.hangUp();
                    throw Refusals.of(connection.node(), reply, login);
                }
            }
            connection.setMayTransact();
        }
        return connection.exchange(commands, deadline);
    }

    /** What is under way is finished. */
    @Override
    public void close() {
        pool.close();
    }
}
