package dev.restorer.contents;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.restorer.fixtures.RedisProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Redis server of its own process on loopback, which keeps nothing on disk and ends with this JVM at the latest. */
public final class RedisServer implements AutoCloseable {

    /** The shell's input ends with this JVM, and the server with that. */
    private static final String WATCHED =
            "\"$@\" >/dev/null 2>&1 </dev/null & server=$!; read -r line; kill -9 $server; wait $server";

    private static final int MAX_TRIES = 200;

    private final Process shell;
    private final int port;

    private RedisServer(Process shell, int port) {
        this.shell = shell;
        this.port = port;
    }

    /** Starts one in a directory, which is made. */
    public static RedisServer start(Path directory) {
        String program = RedisProgram.name();
        try {
            Files.createDirectories(directory);
            int port = freePort();
            Process shell = new ProcessBuilder(List.of(
                            "sh",
                            "-c",
                            WATCHED,
                            "sh",
                            program,
                            "--port",
                            String.valueOf(port),
                            "--bind",
                            "127.0.0.1",
                            "--save",
                            "",
                            "--dir",
                            directory.toString()))
                    .start();
            RedisServer server = new RedisServer(shell, port);
            server.awaitAnswer();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String uri(String namespace) {
        return "redis://127.0.0.1:" + port + "?namespace=" + namespace;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() {
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            if (answers()) {
                return;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        close();
        throw new AssertionError("redis-server does not answer on port " + port);
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write("PING\r\n".getBytes(US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), US_ASCII).equals("+PONG");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("redis-server does not end");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
