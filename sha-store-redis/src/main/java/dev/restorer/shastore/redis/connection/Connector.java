package dev.restorer.shastore.redis.connection;

import dev.restorer.shastore.redis.settings.Login;
import dev.restorer.shastore.redis.settings.Node;
import dev.restorer.shastore.redis.settings.Options;
import dev.restorer.shastore.redis.settings.RedisSettings;
import dev.restorer.vendors.DetachedThread;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;

/** Connects to nodes and logs in, within the connect timeout. */
public final class Connector {

    /** Returns at least one address of the host, in the order in which to try them. */
    @FunctionalInterface
    interface Lookup {
        List<InetAddress> of(Node node, Deadline deadline) throws NodeFailure;
    }

    private final @Nullable Tls tls;
    private final Duration connectTimeout;
    private final Lookup lookup;

    /**
     * Creates a connector.
     *
     * @param tls null for connections without TLS
     */
    Connector(@Nullable Tls tls, Duration connectTimeout, Lookup lookup) {
        this.tls = tls;
        this.connectTimeout = connectTimeout;
        this.lookup = lookup;
    }

    /** Creates a connector for the servers of a store. */
    public static Connector create(RedisSettings settings) {
        Tls tls = settings.isTls() ? Tls.create(settings.ca()) : null;
        return new Connector(tls, settings.connectTimeout(), Connector::addresses);
    }

    /** Returns the deadline, or one after the connect timeout if that is earlier. */
    public Deadline limited(Deadline deadline) {
        return deadline.atMost(connectTimeout, Options.CONNECT_TIMEOUT);
    }

    /** Connects to a node, and logs in. */
    public NodeConnection connect(Node node, Login login, Deadline deadline) throws NodeFailure {
        Deadline limited = limited(deadline);
        NodeConnection connection = connect(node, limited);
        for (CommandArguments command : login.commands()) {
            Object reply = connection.exchange(command, limited);
            if (!(reply instanceof byte[])) {
                connection.disconnect();
                throw ErrorReplies.failure(node, reply, login);
            }
        }
        return connection;
    }

    private NodeConnection connect(Node node, Deadline deadline) throws NodeFailure {
        List<InetAddress> addresses = lookup.of(node, deadline);
        for (int i = 0; ; i++) {
            try {
                return connect(node, addresses.get(i), deadline.divided(addresses.size() - i));
            } catch (NodeFailure e) {
                if (i == addresses.size() - 1) {
                    throw e;
                }
            }
        }
    }

    private NodeConnection connect(Node node, InetAddress address, Deadline deadline) throws NodeFailure {
        Socket tcp = new Socket();
        CompletableFuture<Boolean> inTime = deadline.closeWhenPassed(tcp);
        try {
            tcp.setTcpNoDelay(true);
            tcp.setKeepAlive(true);
            tcp.connect(new InetSocketAddress(address, node.port()));
            NodeConnection connection = new NodeConnection(node, tcp, tls == null ? tcp : tls.handshake(tcp, node));
            if (inTime.complete(true)) {
                return connection;
            }
            throw new SocketTimeoutException("the deadline passed when the connection was established");
        } catch (IOException e) {
            boolean isHandshake = tls != null && tcp.isConnected();
            Deadline.close(tcp);
            if (deadline.hasPassed() || e instanceof SocketTimeoutException) {
                throw isHandshake
                        ? Failures.handshakeTimedOut(node, deadline)
                        : Failures.connectTimedOut(node, deadline);
            }
            throw isHandshake ? Failures.tls(node, e) : Failures.connectFailed(node, e);
        } finally {
            inTime.complete(true);
        }
    }

    /** Looks up a host in another thread, since a lookup has no timeout. */
    static List<InetAddress> addresses(Node node, Deadline deadline) throws NodeFailure {
        FutureTask<List<InetAddress>> lookup = new FutureTask<>(() -> List.of(InetAddress.getAllByName(node.host())));
        DetachedThread.of(lookup, "restorer-redis-lookup").start();
        try {
            return lookup.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw Failures.connectTimedOut(node, deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.interrupted(node.toString());
        } catch (ExecutionException e) {
            throw Failures.connectFailed(node, new UnknownHostException(node.host()));
        }
    }
}
