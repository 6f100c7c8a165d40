package dev.restorer.shastore.redis;

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

/** Connects to nodes and logs in, within the time that the connecting may take. */
final class Connector {

    /** Returns at least one address of the host, those to try first before others. */
    @FunctionalInterface
    interface Lookup {
        List<InetAddress> of(Node node, Deadline deadline) throws NodeFailure;
    }

    private final @Nullable Tls tls;
    private final Duration max;
    private final Lookup addresses;

    /** Speaks no TLS without one. */
    Connector(@Nullable Tls tls, Duration max, Lookup addresses) {
        this.tls = tls;
        this.max = max;
        this.addresses = addresses;
    }

    /** The least of what is left and of what connecting may take. */
    Deadline within(Deadline deadline) {
        return deadline.atMost(max, Parameters.CONNECT_TIMEOUT);
    }

    /** Connects to a node, and logs in. */
    NodeConnection connect(Node node, Login login, Deadline deadline) throws NodeFailure {
        Deadline nearer = within(deadline);
        NodeConnection connection = connect(node, nearer);
        for (CommandArguments command : login.commands()) {
            Object reply = connection.exchange(command, nearer);
            if (!(reply instanceof byte[])) {
                connection.hangUp();
                throw Refusals.of(node, reply, login);
            }
        }
        return connection;
    }

    private NodeConnection connect(Node node, Deadline deadline) throws NodeFailure {
        List<InetAddress> all = addresses.of(node, deadline);
        for (int i = 0; ; i++) {
            try {
                return connect(node, all.get(i), deadline.share(all.size() - i));
            } catch (NodeFailure e) {
                if (i == all.size() - 1) {
                    throw e;
                }
            }
        }
    }

    private NodeConnection connect(Node node, InetAddress address, Deadline deadline) throws NodeFailure {
        Socket tcp = new Socket();
        CompletableFuture<Boolean> inTime = deadline.watch(tcp);
        try {
            tcp.setTcpNoDelay(true);
            tcp.setKeepAlive(true);
            tcp.connect(new InetSocketAddress(address, node.port()));
            NodeConnection connection = new NodeConnection(node, tcp, tls == null ? tcp : tls.over(tcp, node));
            if (inTime.complete(true)) {
                return connection;
            }
            throw new SocketTimeoutException("the time was over just when it was connected");
        } catch (IOException e) {
            boolean isHandshake = tls != null && tcp.isConnected();
            Deadline.close(tcp);
            if (deadline.isOver() || e instanceof SocketTimeoutException) {
                throw isHandshake ? Failures.noHandshake(node, deadline) : Failures.noConnection(node, deadline);
            }
            throw isHandshake ? Failures.tls(node, e) : Failures.notConnected(node, e);
        } finally {
            inTime.complete(true);
        }
    }

    /** A name server that is slow cannot be hurried, so another thread waits for it. */
    static List<InetAddress> addresses(Node node, Deadline deadline) throws NodeFailure {
        FutureTask<List<InetAddress>> lookup = new FutureTask<>(() -> List.of(InetAddress.getAllByName(node.host())));
        Thread thread = new Thread(lookup, "restorer-redis-lookup");
        thread.setDaemon(true);
        thread.start();
        try {
            return lookup.get(deadline.leftNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw Failures.noConnection(node, deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.interrupted(node.toString());
        } catch (ExecutionException e) {
            throw Failures.notConnected(node, new UnknownHostException(node.host()));
        }
    }
}
