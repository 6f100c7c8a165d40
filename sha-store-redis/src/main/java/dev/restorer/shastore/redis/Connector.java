package dev.restorer.shastore.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol;

/** Connects to nodes and logs in, within the time that the connecting may take. */
final class Connector {

    private final @Nullable Tls tls;
    private final Duration most;
    private final Addresses.Lookup addresses;
    private final Watchdog watchdog = new Watchdog();

    /** Speaks no TLS without one. */
    Connector(@Nullable Tls tls, Duration most, Addresses.Lookup addresses) {
        this.tls = tls;
        this.most = most;
        this.addresses = addresses;
    }

    /** The least of what is left and of what connecting may take. */
    Deadline within(Deadline deadline) {
        return deadline.atMost(most, Parameters.CONNECT_TIMEOUT);
    }

    NodeConnection connect(Node node, Login login, Deadline deadline) throws NodeFailure {
        Deadline nearer = within(deadline);
        NodeConnection connection = new NodeConnection(node, wire(node, nearer), watchdog);
        for (Reply reply : connection.greet(login.commands(), nearer)) {
            if (!(reply instanceof Reply.Text)) {
                connection.close();
                throw reply instanceof Reply.Refusal refusal
                        ? Refusals.of(node, refusal, login)
                        : Refusals.unexpected(node);
            }
        }
        return connection;
    }

    private Wire wire(Node node, Deadline deadline) throws NodeFailure {
        List<InetAddress> all = addresses.of(node, deadline);
        for (int i = 0; i < all.size() - 1; i++) {
            try {
                return wire(node, all.get(i), deadline.share(all.size() - i));
            } catch (NodeFailure e) {
                // What is told in the end is what the last one does.
            }
        }
        return wire(node, all.get(all.size() - 1), deadline);
    }

    private Wire wire(Node node, InetAddress address, Deadline deadline) throws NodeFailure {
        Socket tcp = new Socket();
        try (Watchdog.Watch watch = watchdog.over(tcp, deadline)) {
            try {
                return wire(tcp, node, new InetSocketAddress(address, node.port()), deadline);
            } catch (IOException e) {
                Watchdog.close(tcp);
                boolean handshake = tls != null && tcp.isConnected();
                if (watch.endedIt() || e instanceof SocketTimeoutException) {
                    throw handshake
                            ? TimeFailures.noHandshake(node, deadline)
                            : TimeFailures.noConnection(node, deadline);
                }
                throw handshake ? TlsFailures.of(node, e, ClientCertificate.in(null)) : ConnectFailures.of(node, e);
            }
        }
    }

    private Wire wire(Socket tcp, Node node, InetSocketAddress address, Deadline deadline) throws IOException {
        tcp.setTcpNoDelay(true);
        tcp.setKeepAlive(true);
        tcp.connect(address, deadline.leftMillis());
        return new Wire(tcp, tls == null ? tcp : tls.over(tcp, node));
    }

    /** Tells whether a connection that lay idle still works. */
    boolean works(NodeConnection connection, Deadline deadline) {
        try {
            Command ping = Command.of(Protocol.Command.PING);
            return connection.exchange(List.of(ping), within(deadline)).get(0) instanceof Reply.Text;
        } catch (NodeFailure e) {
            return false;
        }
    }
}
