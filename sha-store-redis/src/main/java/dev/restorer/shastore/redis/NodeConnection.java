package dev.restorer.shastore.redis;

import java.util.List;
import redis.clients.jedis.Connection;

/** A connection to a node. Used by one thread at a time. */
final class NodeConnection {

    private final Node node;
    private final Wire wire;
    private final Connection jedis;
    private final Watchdog watchdog;
    private volatile boolean broken;
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
        broken = true;
        try (Watchdog.Watch watch = watchdog.over(wire.tcp(), deadline)) {
            try {
                List<Reply> replies = send(commands);
                broken = !watch.leave();
                return replies;
            } catch (RuntimeException e) {
                throw watch.endedIt()
                        ? TimeFailures.noAnswer(node, deadline)
                        : BrokenFailures.of(node, e, wire.speaksTls());
            }
        } finally {
            if (broken) {
                close();
            }
        }
    }

    private List<Reply> send(List<Command> commands) {
        wire.replies().expect(commands.size());
        for (Command command : commands) {
            jedis.sendCommand(command.name(), command.arguments().toArray(String[]::new));
        }
        List<Reply> replies = JedisReplies.of(jedis.getMany(commands.size()));
        lastUsed = System.nanoTime();
        return replies;
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
