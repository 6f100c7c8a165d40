package dev.restorer.shastore.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports that nobody uses, below those that the system itself gives to clients. */
final class Ports {

    static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private static final int FIRST = 12_000;
    private static final int END = 22_000;
    private static final int TO_CLUSTER_BUS = 10_000;

    private Ports() {}

    /** Nobody uses the port 10,000 above it either, at which the nodes of a cluster talk with one another. */
    static int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (isFree(port) && isFree(port + TO_CLUSTER_BUS)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, LOOPBACK)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(LOOPBACK, port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
