package dev.restorer.shastore.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.Protocol;

/**
 * Exchanges commands with whichever node keeps the build. A node that points to another has refused, so that one is
 * asked. It is asked for all that was on its way, even if the first had done some of it before it refused the rest: the
 * caller still waits, so no later put of its own is undone, and one of another thread at the same time has no order to
 * it. Nothing is sent a second time where it is not known whether it was done: it might be done late, and undo what was
 * put in the meantime.
 */
final class BuildServer implements AutoCloseable {

    private static final int MOST_TURNS = 5;

    private static final List<Command> NO_TRANSACTION =
            List.of(Command.of(Protocol.Command.MULTI), Command.of(Protocol.Command.DISCARD));

    /** The replies, whose they are, and the generation of the connection to the node that was asked first. */
    record Answer(Node node, List<Reply> replies, int generation) {}

    private final Route route;
    private final Connections connections;
    private final Login login;
    private final Duration timeout;

    BuildServer(Route route, Connections connections, Login login, Duration timeout) {
        this.route = route;
        this.connections = connections;
        this.login = login;
        this.timeout = timeout;
    }

    /** Returns one reply a command, none of them a refusal. The commands of a group have to reach the same node. */
    Answer ask(List<List<Command>> groups) throws NodeFailure {
        Deadline deadline = Deadline.in(timeout, Parameters.TIMEOUT);
        Answer answer = askKnown(groups, deadline);
        for (int turns = 0; turns < MOST_TURNS; turns++) {
            Optional<Reply.Refusal> refusal = Reply.firstRefusal(answer.replies());
            if (refusal.isEmpty()) {
                return answer;
            }
            Turn turn = route.after(refusal.get(), answer.node());
            if (turn instanceof Turn.Tell) {
                break;
            }
            if (turn instanceof Turn.Again) {
                connections.retire(answer.generation());
            }
            answer = turn instanceof Turn.AskOther other
                    ? askOther(other.node(), groups, answer.generation(), deadline)
                    : askKnown(groups, deadline);
        }
        return withoutRefusal(answer);
    }

    private Answer withoutRefusal(Answer answer) throws NodeFailure {
        Optional<Reply.Refusal> refusal = Reply.firstRefusal(answer.replies());
        if (refusal.isPresent()) {
            throw Refusals.of(answer.node(), refusal.get(), login);
        }
        return answer;
    }

    private Answer askKnown(List<List<Command>> groups, Deadline deadline) throws NodeFailure {
        NodeConnection connection = connections.borrow(deadline);
        try {
            List<Command> commands = groups.stream().flatMap(List::stream).toList();
            List<Reply> replies = exchange(connection, commands, deadline);
            if (Reply.firstRefusal(replies).isPresent()) {
                connection.close(); // it may still be in a transaction
            }
            return new Answer(connection.node(), replies, connection.generation());
        } catch (NodeFailure e) {
            connections.retire(connection.generation());
            throw e;
        } finally {
            connections.giveBack(connection);
        }
    }

    /**
     * Before the first transaction of a connection, begins one and leaves it. Where that is not permitted, the writes of
     * a transaction would be done one by one, and if the expiry is refused then, a hash would stay for ever.
     */
    private List<Reply> exchange(NodeConnection connection, List<Command> commands, Deadline deadline)
            throws NodeFailure {
        boolean transaction = commands.stream().anyMatch(command -> command.name() == Protocol.Command.MULTI);
        if (transaction && !connection.transacts()) {
            for (Reply reply : connection.exchange(NO_TRANSACTION, deadline)) {
                requireOk(connection.node(), reply);
            }
            connection.setTransacts();
        }
        return connection.exchange(commands, deadline);
    }

    private void requireOk(Node node, Reply reply) throws NodeFailure {
        if (reply instanceof Reply.Refusal refusal) {
            throw Refusals.of(node, refusal, login);
        }
        if (!reply.equals(new Reply.Text("OK"))) {
            throw Refusals.unexpected(node);
        }
    }

    /** Says before each group that it is known that the node does not keep the build yet. */
    private Answer askOther(Node node, List<List<Command>> groups, int generation, Deadline deadline)
            throws NodeFailure {
        NodeConnection connection = route.connectTo(node, deadline);
        try {
            List<Command> commands = new ArrayList<>();
            for (List<Command> group : groups) {
                commands.add(Command.of(Protocol.Command.ASKING));
                commands.addAll(group);
            }
            return new Answer(node, withoutAsking(groups, exchange(connection, commands, deadline)), generation);
        } finally {
            connection.close();
        }
    }

    private static List<Reply> withoutAsking(List<List<Command>> groups, List<Reply> replies) {
        List<Reply> wanted = new ArrayList<>();
        int at = 0;
        for (List<Command> group : groups) {
            wanted.addAll(replies.subList(at + 1, at + 1 + group.size()));
            at += 1 + group.size();
        }
        return wanted;
    }

    @Override
    public void close() {
        connections.close();
    }
}
