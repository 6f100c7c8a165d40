package dev.restorer.shastore.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.Protocol;

/**
 * Exchanges commands with whichever node keeps the build. A node that has refused has done nothing, so where it points
 * to another, that one is asked. Nothing is sent a second time where it is not known whether it was done: it might be
 * done late, and undo what was put in the meantime.
 */
final class BuildServer implements AutoCloseable {

    private static final int MOST_TURNS = 5;

    /** The replies and whose they are. */
    record Answer(Node node, List<Reply> replies) {}

    private final Route route;
    private final Connections connections;
    private final Credentials credentials;
    private final Duration timeout;

    BuildServer(Route route, Connections connections, Credentials credentials, Duration timeout) {
        this.route = route;
        this.connections = connections;
        this.credentials = credentials;
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
            connections.closeIdle();
            answer = turn instanceof Turn.AskOther other
                    ? askOther(other.node(), groups, deadline)
                    : askKnown(groups, deadline);
        }
        return withoutRefusal(answer);
    }

    private Answer withoutRefusal(Answer answer) throws NodeFailure {
        Optional<Reply.Refusal> refusal = Reply.firstRefusal(answer.replies());
        if (refusal.isPresent()) {
            throw Refusals.of(answer.node(), refusal.get(), credentials);
        }
        return answer;
    }

    private Answer askKnown(List<List<Command>> groups, Deadline deadline) throws NodeFailure {
        NodeConnection connection = connections.borrow(deadline);
        try {
            List<Command> commands = groups.stream().flatMap(List::stream).toList();
            return new Answer(connection.node(), connection.exchange(commands, deadline));
        } finally {
            connections.giveBack(connection);
        }
    }

    /** Says before each group that it is known that the node does not keep the build yet. */
    private Answer askOther(Node node, List<List<Command>> groups, Deadline deadline) throws NodeFailure {
        NodeConnection connection = route.connectTo(node, deadline);
        try {
            List<Command> commands = new ArrayList<>();
            for (List<Command> group : groups) {
                commands.add(Command.of(Protocol.Command.ASKING));
                commands.addAll(group);
            }
            return new Answer(node, withoutAsking(groups, connection.exchange(commands, deadline)));
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
