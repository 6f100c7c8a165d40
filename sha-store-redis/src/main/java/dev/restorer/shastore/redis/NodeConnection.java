package dev.restorer.shastore.redis;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * A connection of Jedis to one node, with a deadline over each exchange. It is connected once, and never again: Jedis
 * connects anew without asking, and what was sent would be sent again. Used by one thread at a time.
 */
final class NodeConnection extends Connection {

    private final Node node;
    private final Line line;
    private final Watchdog watchdog;
    private boolean usable;
    private boolean mayTransact;
    private long lastUsed;

    /** The socket that Jedis is given, once there is one, and the one below it where TLS is spoken. */
    private static final class Line implements JedisSocketFactory {
        private Socket tcp = new Socket();
        private Socket spoken = tcp;

        @Override
        public Socket createSocket() {
            return spoken;
        }
    }

    NodeConnection(Node node, Watchdog watchdog) {
        this(node, watchdog, new Line());
    }

    private NodeConnection(Node node, Watchdog watchdog, Line line) {
        super(line);
        this.node = node;
        this.watchdog = watchdog;
        this.line = line;
    }

    /** Takes over a connected socket, and what speaks TLS over it; without TLS they are the same. */
    void use(Socket tcp, Socket spoken) {
        line.tcp = tcp;
        line.spoken = spoken;
        usable = true;
    }

    Node node() {
        return node;
    }

    boolean isUsable() {
        return usable;
    }

    long idleNanos() {
        return System.nanoTime() - lastUsed;
    }

    /** Tells whether it was seen that the node lets this client begin a transaction. */
    boolean mayTransact() {
        return mayTransact;
    }

    void setMayTransact() {
        mayTransact = true;
    }

    /** Returns the reply to one command; an error as a {@link Refusal}. */
    @Nullable
    Object exchange(CommandArguments command, Deadline deadline) throws NodeFailure {
        Object reply = exchange(List.of(command), deadline).get(0);
        return Refusal.of(reply).<Object>map(refusal -> refusal).orElse(reply);
    }

    /**
     * Sends commands in one go and returns the reply to each: bytes, a number, a list, null or an error. After a
     * failure the node may have done some of it, and the connection cannot be used again.
     */
    List<@Nullable Object> exchange(List<CommandArguments> commands, Deadline deadline) throws NodeFailure {
        return exchange(commands, false, deadline);
    }

    /**
     * The same, but reads no further than an error, after which the connection cannot be used: a server that turns a
     * client away says why and closes.
     */
    List<@Nullable Object> greet(List<CommandArguments> commands, Deadline deadline) throws NodeFailure {
        return exchange(commands, true, deadline);
    }

    private List<@Nullable Object> exchange(List<CommandArguments> commands, boolean untilError, Deadline deadline)
            throws NodeFailure {
        usable = false;
        try (Watchdog.Watch watch = watchdog.over(line.tcp, deadline)) {
            commands.forEach(this::sendCommand);
            List<@Nullable Object> replies = replies(commands.size(), untilError);
            lastUsed = System.nanoTime();
            usable = watch.leave() && replies.size() == commands.size();
            return replies;
        } catch (RuntimeException e) {
            throw deadline.isOver()
                    ? Failures.noAnswer(node, deadline)
                    : Failures.broken(node, e, ClientCertificate.of(line.spoken));
        } finally {
            if (!usable) {
                hangUp();
            }
        }
    }

    private List<@Nullable Object> replies(int count, boolean untilError) {
        List<@Nullable Object> replies = new ArrayList<>(count);
        boolean ended = false;
        while (replies.size() < count && !ended) {
            try {
                replies.add(getOne());
            } catch (JedisDataException error) {
                replies.add(error);
                ended = untilError;
            }
        }
        return replies;
    }

    /** Closes the socket below TLS: to say goodbye, as Jedis does, may take for ever. */
    void hangUp() {
        usable = false;
        Watchdog.close(line.tcp);
    }

    /** Returns the text of a reply, or null if it is none. */
    static @Nullable String text(@Nullable Object reply) {
        return reply instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : null;
    }
}
