package dev.restorer.shastore.redis.connection;

import dev.restorer.shastore.redis.settings.Node;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;

/**
 * A Jedis connection to one node, with a deadline for each exchange. It uses one socket and never reconnects: Jedis
 * would reconnect by itself and send commands again. Used by one thread at a time.
 */
public final class NodeConnection {

    private final Node node;
    private final Socket tcp;
    private final boolean isTls;
    private final Connection jedis;
    private final long connectTime = System.nanoTime();
    private long lastUse = connectTime;
    private boolean isUsable = true;
    private boolean mayUseTransactions;

    /**
     * Creates a connection over a connected socket.
     *
     * @param tcp the socket of the TCP connection
     * @param socket the TLS socket over it, or the same socket without TLS
     */
    NodeConnection(Node node, Socket tcp, Socket socket) {
        this.node = node;
        this.tcp = tcp;
        this.isTls = socket instanceof SSLSocket;
        this.jedis = new Connection(() -> socket);
    }

    public Node node() {
        return node;
    }

    /** Returns whether it is connected, and no reply is outstanding. */
    public boolean isUsable() {
        return isUsable;
    }

    public boolean isConnectedAfter(long nanoTime) {
        return connectTime - nanoTime > 0;
    }

    public long idleNanos() {
        return System.nanoTime() - lastUse;
    }

    /** Returns whether a test has shown that the user may use transactions on this node. */
    public boolean mayUseTransactions() {
        return mayUseTransactions;
    }

    public void setMayUseTransactions() {
        mayUseTransactions = true;
    }

    public @Nullable Object exchange(CommandArguments command, Deadline deadline) throws NodeFailure {
        return exchange(List.of(command), deadline).get(0);
    }

    /**
     * Sends commands in a pipeline and returns the reply to each: bytes, a number, a list, null or an exception of
     * Jedis. After a failure the node may have executed some of them, and the connection is closed.
     */
    public List<@Nullable Object> exchange(List<CommandArguments> commands, Deadline deadline) throws NodeFailure {
        CompletableFuture<Boolean> inTime = deadline.closeWhenPassed(tcp);
        isUsable = false;
        try {
            commands.forEach(jedis::sendCommand);
            List<@Nullable Object> replies = jedis.getMany(commands.size());
            lastUse = System.nanoTime();
            isUsable = inTime.complete(true);
            if (isUsable) {
                return replies;
            }
        } catch (RuntimeException e) {
            throw deadline.hasPassed() ? Failures.noReply(node, deadline) : Failures.broken(node, e, isTls);
        } catch (OutOfMemoryError | StackOverflowError e) { // the size and the depth are those that the reply claims
            throw Failures.tooLarge(node, e);
        } finally {
            if (!isUsable) {
                disconnect();
            }
            inTime.complete(true);
        }
        // The socket was closed while this thread, or the JVM, was stopped. The next exchange would not know why.
        throw Failures.noReply(node, deadline);
    }

    /** Closes the TCP socket. The closing messages of TLS and Jedis are not sent, since that could block. */
    public void disconnect() {
        isUsable = false;
        Deadline.close(tcp);
    }

    /** Returns a reply as text, or null if it is not a string. */
    public static @Nullable String text(@Nullable Object reply) {
        return reply instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : null;
    }
}
