package dev.restorer.shastore.redis;

import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisDataException;

/** A connection to a node. Used by one thread at a time. */
final class NodeConnection {

    private final Node node;
    private final Wire wire;
    private final Connection jedis;
    private final Watchdog watchdog;
    private volatile boolean broken;
    private volatile boolean transacts;
    private volatile int generation;
    private volatile long lastUsed = System.nanoTime();

    NodeConnection(Node node, Wire wire, Watchdog watchdog) {
        this.node = node;
        this.wire = wire;
        this.jedis = new Connection(() -> wire);
        this.watchdog = watchdog;
    }

    Node node() {
        return node;
    }

    /**
     * Sends commands in one go and reads the reply to each. After a failure the node may have done some of it, and the
     * connection is of no more use.
     */
    List<Reply> exchange(List<Command> commands, Deadline deadline) throws NodeFailure {
        return exchange(commands, false, deadline);
    }

    /**
     * The same, but reads no further than a refusal, after which the connection is of no more use: a server that turns a
     * client away says why and closes.
     */
    List<Reply> greet(List<Command> commands, Deadline deadline) throws NodeFailure {
        return exchange(commands, true, deadline);
    }

    private List<Reply> exchange(List<Command> commands, boolean untilRefusal, Deadline deadline) throws NodeFailure {
        broken = true;
        try (Watchdog.Watch watch = watchdog.over(wire.tcp(), deadline)) {
            try {
                send(commands);
                List<Reply> replies = JedisReplies.of(read(commands.size(), untilRefusal));
                lastUsed = System.nanoTime();
                broken = !watch.leave() || replies.size() < commands.size();
                return replies;
            } catch (RuntimeException e) {
                throw watch.endedIt()
                        ? TimeFailures.noAnswer(node, deadline)
                        : BrokenFailures.of(node, e, wire.certificate());
            }
        } finally {
            if (broken) {
                close();
            }
        }
    }

    private void send(List<Command> commands) {
        wire.replies().expect(commands.size());
        for (Command command : commands) {
            jedis.sendCommand(command.name(), command.arguments().toArray(String[]::new));
        }
    }

    private List<Object> read(int count, boolean untilRefusal) {
        List<Object> objects = new ArrayList<>(count);
        while (objects.size() < count) {
            try {
                objects.add(jedis.getOne());
            } catch (JedisDataException refusal) {
                objects.add(refusal);
                if (untilRefusal) {
                    break;
                }
            }
        }
        return objects;
    }

    /** Tells whether it was seen that the node lets this client begin a transaction. */
    boolean transacts() {
        return transacts;
    }

    void setTransacts() {
        transacts = true;
    }

    /** Returns which of the generations of connections this is one of, so that all of them can be given up at once. */
    int generation() {
        return generation;
    }

    void setGeneration(int generation) {
        this.generation = generation;
    }

    long idleNanos() {
        return System.nanoTime() - lastUsed;
    }

    boolean isBroken() {
        return broken;
    }

    void close() {
        broken = true;
        Watchdog.close(wire);
    }
}
