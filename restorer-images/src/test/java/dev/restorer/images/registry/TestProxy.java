package dev.restorer.images.registry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.restorer.fixtures.TcpProxy;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/** A proxy on this machine that opens tunnels to one server, for whatever host a tunnel is requested. */
final class TestProxy implements AutoCloseable {

    private static final String REQUIRED =
            "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0";

    private final ServerSocket front;
    private final int target;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile @Nullable String required;
    private volatile @Nullable String refusal;
    private volatile boolean hasTls = true;

    /** Starts a proxy. The factory decides whether it is reached with TLS. */
    TestProxy(ServerSocketFactory factory, int target) throws IOException {
        this.front = factory.createServerSocket(0, 0, InetAddress.getLoopbackAddress());
        this.target = target;
        TcpProxy.inBackground(() -> {
            while (true) {
                Socket client = opened(front.accept());
                TcpProxy.inBackground(() -> serve(client));
            }
        });
    }

    /** Requires a header Proxy-Authorization. */
    TestProxy requiring(String authorization) {
        required = authorization;
        return this;
    }

    /** Refuses all tunnels with a status, such as {@code 403 Forbidden}. */
    TestProxy refusing(String status) {
        refusal = status;
        return this;
    }

    /** Opens tunnels to a host without TLS, which ends them, and replies to all other requests with a status. */
    TestProxy withoutTls(String status) {
        hasTls = false;
        return refusing(status);
    }

    /** Returns the address without a scheme. */
    String address() {
        return "127.0.0.1:" + front.getLocalPort();
    }

    /** Returns the first line of each request, followed by its header Proxy-Authorization if it has one. */
    List<String> requests() {
        return requests;
    }

    private Socket opened(Socket socket) {
        sockets.add(socket);
        return socket;
    }

    private void serve(Socket client) throws IOException {
        while (true) {
            String line = line(client.getInputStream());
            String authorization = "";
            String header = line(client.getInputStream());
            while (!header.isEmpty()) {
                if (header.toLowerCase(Locale.ROOT).startsWith("proxy-authorization: ")) {
                    authorization = header.substring(header.indexOf(' '));
                }
                header = line(client.getInputStream());
            }
            requests.add(line + authorization);
            if (!hasTls && line.startsWith("CONNECT ")) {
                client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
                client.close();
                return;
            }
            String status = status(authorization.strip());
            client.getOutputStream().write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(ISO_8859_1));
            if (status.startsWith("200")) {
                Socket server = opened(new Socket(InetAddress.getLoopbackAddress(), target));
                TcpProxy.inBackground(() -> pass(client, server));
                pass(server, client);
                return;
            }
        }
    }

    private String status(String authorization) {
        if (required != null && !authorization.equals(required)) {
            return REQUIRED;
        }
        return refusal == null ? "200 OK" : refusal + "\r\nContent-Length: 0";
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection was closed");
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }

    private static void pass(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            long unused = from.getInputStream().transferTo(to.getOutputStream());
        }
    }

    @Override
    public void close() throws IOException {
        front.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
