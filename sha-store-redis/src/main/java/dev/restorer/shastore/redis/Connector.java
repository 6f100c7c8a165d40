package dev.restorer.shastore.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

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
    private final Watchdog watchdog = new Watchdog();

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

    NodeConnection newConnection(Node node) {
        return new NodeConnection(node, watchdog);
    }

    /** Connects a new connection to its node, and logs in. */
    void connect(NodeConnection connection, Login login, Deadline deadline) throws NodeFailure {
        Node node = connection.node();
        Deadline nearer = within(deadline);
        List<InetAddress> all = addresses.of(node, nearer);
        for (int i = 0; !connection.isUsable(); i++) {
            try {
                connect(connection, all.get(i), nearer.share(all.size() - i));
            } catch (NodeFailure e) {
                if (i == all.size() - 1) {
                    throw e;
                }
            }
        }
        for (Object reply : connection.greet(login.commands(), nearer)) {
            if (!(reply instanceof byte[])) {
                connection.hangUp();
                throw Refusal.of(reply)
                        .map(refusal -> Refusals.of(node, refusal, login))
                        .orElseGet(() -> Refusals.unexpected(node));
            }
        }
    }

    private void connect(NodeConnection connection, InetAddress address, Deadline deadline) throws NodeFailure {
        Node node = connection.node();
        Socket tcp = new Socket();
        try (Watchdog.Watch watch = watchdog.over(tcp, deadline)) {
            tcp.setTcpNoDelay(true);
            tcp.setKeepAlive(true);
            tcp.connect(new InetSocketAddress(address, node.port()), deadline.leftMillis());
            connection.use(tcp, tls == null ? tcp : tls.over(tcp, node));
            if (!watch.leave()) {
                throw new SocketTimeoutException("the time was over just when it was connected");
            }
        } catch (IOException e) {
            boolean isHandshake = tls != null && tcp.isConnected();
            Watchdog.close(tcp);
            if (deadline.isOver() || e instanceof SocketTimeoutException) {
                throw isHandshake ? Failures.noHandshake(node, deadline) : Failures.noConnection(node, deadline);
            }
            throw isHandshake ? TlsFailures.of(node, e, ClientCertificate.in(null)) : Failures.notConnected(node, e);
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
