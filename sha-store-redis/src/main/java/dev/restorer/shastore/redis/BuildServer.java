package dev.restorer.shastore.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;

/**
 * Exchanges commands with whichever node keeps the build. A node that points to another has refused, so that one is
 * asked. It is asked for all that was on its way, even if the first had done some of it before it refused the rest: the
 * caller still waits, so no later put of its own is undone, and one of another thread at the same time has no order to
 * it. Nothing is sent a second time where it is not known whether it was done: it might be done late, and undo what was
 * put in the meantime.
 */
final class BuildServer implements AutoCloseable {

    private static final int MAX_TURNS = 5;

    /** A server, or what stands before it, may have closed a connection that lay idle for longer. */
    private static final Duration TRUSTED_IDLE = Duration.ofSeconds(1);

    private static final List<CommandArguments> NO_TRANSACTION =
            List.of(new CommandArguments(Protocol.Command.MULTI), new CommandArguments(Protocol.Command.DISCARD));

    /** The replies, whose they are, and the pool of the node that was asked first. */
    record Answer(Node node, List<@Nullable Object> replies, NodePool pool) {}

    private final Locator locator;
    private final Connector connector;
    private final Login login;
    private final int poolSize;
    private final Duration timeout;
    private final ReentrantLock locating = new ReentrantLock(true);
    private volatile @Nullable NodePool located;
    private volatile boolean closed;

    BuildServer(Locator locator, Connector connector, RedisSettings settings) {
        this.locator = locator;
        this.connector = connector;
        this.login = settings.login();
        this.poolSize = settings.pool();
        this.timeout = settings.times().answer();
    }

    /** Returns one reply a command, none of them an error. The commands of a group have to reach the same node. */
    Answer ask(List<List<CommandArguments>> groups) throws NodeFailure {
        Deadline deadline = Deadline.in(timeout, Parameters.TIMEOUT);
        Answer answer = askLocated(groups, deadline);
        for (int turns = 0; ; turns++) {
            Optional<Refusal> refusal = Refusal.firstOf(answer.replies());
            if (refusal.isEmpty()) {
                return answer;
            }
            Optional<Node> other = locator.asked(refusal.get(), answer.node());
            boolean isMoved = locator.isMoved(refusal.get(), answer.node());
            if (turns == MAX_TURNS || (other.isEmpty() && !isMoved)) {
                throw Refusals.of(answer.node(), refusal.get(), login);
            }
            if (other.isPresent()) {
                answer = askOther(other.get(), groups, answer.pool(), deadline);
            } else {
                retire(answer.pool());
                answer = askLocated(groups, deadline);
            }
        }
    }

    private Answer askLocated(List<List<CommandArguments>> groups, Deadline deadline) throws NodeFailure {
        NodePool pool = pool(deadline);
        NodeConnection connection = pool.borrow(deadline);
        if (!isAlive(connection, deadline)) {
            // Others most likely do not work either, and another node may keep the build by now.
            pool.giveBack(connection);
            retire(pool);
            pool = pool(deadline);
            connection = pool.borrow(deadline);
        }
        try {
            if (!connection.isUsable()) {
                locator.connect(connection, deadline);
            }
            List<@Nullable Object> replies =
                    exchange(connection, groups.stream().flatMap(List::stream).toList(), deadline);
            if (Refusal.firstOf(replies).isPresent()) {
                connection.hangUp(); // it may still be in a transaction
            }
            return new Answer(connection.node(), replies, pool);
        } catch (NodeFailure e) {
            retire(pool);
            throw e;
        } finally {
            pool.giveBack(connection);
        }
    }

    /** Connects one that is new. Nothing has been sent yet if that fails, so another node can be located. */
    private boolean isAlive(NodeConnection connection, Deadline deadline) {
        try {
            if (!connection.isUsable()) {
                locator.connect(connection, deadline);
            } else if (connection.idleNanos() > TRUSTED_IDLE.toNanos()) {
                return connection.exchange(new CommandArguments(Protocol.Command.PING), connector.within(deadline))
                        instanceof byte[];
            }
            return true;
        } catch (NodeFailure e) {
            return false;
        }
    }

    private NodePool pool(Deadline deadline) throws NodeFailure {
        NodePool known = located;
        if (known != null) {
            return known;
        }
        try {
            if (!locating.tryLock(deadline.leftNanos(), TimeUnit.NANOSECONDS)) {
                throw Failures.noneFree(locator.names(), deadline, poolSize);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.interrupted(locator.names());
        }
        try {
            NodePool pool = located;
            if (pool == null) {
                pool = new NodePool(locator, connector, locator.locate(deadline), poolSize);
                located = pool;
            }
            if (closed) {
                pool.close();
            }
            return pool;
        } finally {
            locating.unlock();
        }
    }

    /** Gives up the connections to a node, as when it no longer keeps the build. */
    private void retire(NodePool pool) {
        locating.lock();
        try {
            if (located == pool) {
                located = null;
            }
        } finally {
            locating.unlock();
        }
        pool.close();
    }

    /**
     * Before the first transaction of a connection, begins one and leaves it. Where that is not permitted, the writes
     * of a transaction would be done one by one, and if the expiry is refused then, a hash would stay for ever.
     */
    private List<@Nullable Object> exchange(
            NodeConnection connection, List<CommandArguments> commands, Deadline deadline) throws NodeFailure {
        boolean transacts = commands.stream().anyMatch(command -> command.getCommand() == Protocol.Command.MULTI);
        if (transacts && !connection.mayTransact()) {
            for (Object reply : connection.exchange(NO_TRANSACTION, deadline)) {
                requireOk(connection, reply);
            }
            connection.setMayTransact();
        }
        return connection.exchange(commands, deadline);
    }

    private void requireOk(NodeConnection connection, @Nullable Object reply) throws NodeFailure {
        if (!"OK".equals(NodeConnection.text(reply))) {
            connection.hangUp();
            Node node = connection.node();
            throw Refusal.of(reply)
                    .map(refusal -> Refusals.of(node, refusal, login))
                    .orElseGet(() -> Refusals.unexpected(node));
        }
    }

    /** Says before each group that it is known that the node does not keep the build yet. */
    private Answer askOther(Node node, List<List<CommandArguments>> groups, NodePool pool, Deadline deadline)
            throws NodeFailure {
        List<CommandArguments> commands = new ArrayList<>();
        List<Integer> asking = new ArrayList<>();
        for (List<CommandArguments> group : groups) {
            asking.add(commands.size() - asking.size());
            commands.add(new CommandArguments(Protocol.Command.ASKING));
            commands.addAll(group);
        }
        NodeConnection connection = connector.newConnection(node);
        try {
            locator.connect(connection, deadline);
            List<@Nullable Object> replies = exchange(connection, commands, deadline);
            asking.forEach(at -> replies.remove(at.intValue()));
            return new Answer(node, replies, pool);
        } finally {
            connection.hangUp();
        }
    }

    /** What is under way is finished. */
    @Override
    public void close() {
        closed = true;
        NodePool pool = located;
        if (pool != null) {
            pool.close();
        }
    }
}
