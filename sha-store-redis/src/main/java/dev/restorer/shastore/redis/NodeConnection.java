package dev.restorer.shastore.redis;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;

/**
 * A connection of Jedis to one node, with a deadline over each exchange. It is connected once, and never again: Jedis
 * connects anew without asking, and what was sent would be sent again. Used by one thread at a time.
 */
final class NodeConnection {

    private final Node node;
    private final Socket tcp;
    private final boolean isTls;
    private final Connection jedis;
    private final long connected = System.nanoTime();
    private long used = connected;
    private boolean usable = true;
    private boolean mayTransact;

    /** Takes over a connected socket, and what speaks TLS over it; without TLS they are the same. */
    NodeConnection(Node node, Socket tcp, Socket spoken) {
        this.node = node;
        this.tcp = tcp;
        this.isTls = spoken instanceof SSLSocket;
        this.jedis = new Connection(() -> spoken);
    }

    Node node() {
        return node;
    }

    /** Tells whether it is connected still, and nothing is on its way. */
    boolean isUsable() {
        return usable;
    }

    boolean isYoungerThan(long nanoTime) {
        return connected - nanoTime > 0;
    }

    long idleNanos() {
        return System.nanoTime() - used;
    }

    /** Tells whether it was seen that the node lets this client begin a transaction. */
    boolean mayTransact() {
        return mayTransact;
    }

    void setMayTransact() {
        mayTransact = true;
    }

    @Nullable
    Object exchange(CommandArguments command, Deadline deadline) throws NodeFailure {
        return exchange(List.of(command), deadline).get(0);
    }

    /**
     * Sends commands in one go and returns the reply to each: bytes, a number, a list, null or an exception of Jedis.
     * After a failure the node may have done some of it, and the connection cannot be used again.
     */
    List<@Nullable Object> exchange(List<CommandArguments> commands, Deadline deadline) throws NodeFailure {
        CompletableFuture<Boolean> inTime = deadline.watch(tcp);
        usable = false;
        try {
            commands.forEach(jedis::sendCommand);
            List<@Nullable Object> replies = jedis.getMany(commands.size());
            used = System.nanoTime();
            usable = inTime.complete(true);
            return replies;
        } catch (RuntimeException e) {
            throw deadline.isOver() ? Failures.noAnswer(node, deadline) : Failures.broken(node, e, isTls);
        } finally {
            if (!usable) {
                hangUp();
            }
            inTime.complete(true);
        }
    }

    /** Closes the socket below TLS: to say goodbye, as Jedis does, may take for ever. */
    void hangUp() {
        usable = false;
        Deadline.close(tcp);
    }

    /** Returns the text of a reply, or null if it is none. */
    static @Nullable String text(@Nullable Object reply) {
        return reply instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : null;
    }
}
