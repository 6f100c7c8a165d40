package dev.restorer.shastore.redis;

import dev.restorer.fixtures.RedisProgram;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import redis.clients.jedis.Connection;

/** A server of its own process on loopback, that keeps nothing on disk. It ends with this JVM, however that ends. */
final class RedisServer implements AutoCloseable {

    /** The end of the shell's input, which comes with the end of this JVM, is the end of the server. */
    private static final String WATCHED = "exec 3<&0; \"$@\" >/dev/null 2>&1 3<&- & server=$!; echo $server;"
            + " { read -r line <&3; kill -9 $server; } >/dev/null 2>&1 & reader=$!; wait $server; kill $reader";

    private static final Pattern READY = Pattern.compile("Ready to accept connections|Sentinel ID is");

    private static final int MAX_TRIES = 5;

    private final int port;
    private final Path folder;
    private final List<String> options;
    private Process shell;
    private long pid;

    private RedisServer(int port, List<String> options) throws IOException {
        this.port = port;
        this.options = options;
        this.folder = Files.createTempDirectory("redis-server");
        this.shell = startProcess();
        this.pid = pid(shell);
    }

    /** The options are as in a configuration file, such as {@code requirepass}, {@code secret}. */
    static RedisServer start(String... options) {
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            try {
                RedisServer server = new RedisServer(Ports.free(), List.of(options));
                if (server.hasStarted()) {
                    return server;
                }
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new AssertionError(RedisProgram.name() + " does not start with " + Arrays.toString(options));
    }

    /** A server that speaks TLS alone. */
    static RedisServer startTls(Certificate certificate) {
        return startTls(certificate, "no", "TLSv1.2 TLSv1.3");
    }

    /** The same, of some versions of TLS, and it asks for a certificate of the client. */
    static RedisServer startTlsAsking(Certificate certificate, String versions) {
        return startTls(certificate, "yes", versions);
    }

    private static RedisServer startTls(Certificate certificate, String asks, String versions) {
        return start(
                "tls-port",
                "PORT",
                "port",
                "0",
                "tls-auth-clients",
                asks,
                "tls-protocols",
                "\"" + versions + "\"",
                "tls-cert-file",
                certificate.certificate().toString(),
                "tls-key-file",
                certificate.key().toString(),
                "tls-ca-cert-file",
                certificate.ca().toString());
    }

    private Process startProcess() throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", WATCHED, "sh"));
        command.add(RedisProgram.name());
        command.addAll(arguments());
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private List<String> arguments() throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "bind 127.0.0.1",
                "port " + port,
                "save \"\"",
                "appendonly no",
                "logfile log",
                "repl-diskless-sync yes",
                "repl-diskless-sync-delay 0"));
        for (int i = 0; i < options.size(); i += 2) {
            lines.add(options.get(i) + " " + options.get(i + 1).replace("PORT", String.valueOf(port)));
        }
        boolean isSentinel = options.contains("sentinel monitor");
        if (isSentinel) {
            lines.removeIf(line -> line.startsWith("save") || line.startsWith("append") || line.startsWith("repl"));
        }
        Path file = Files.write(folder.resolve("redis.conf"), lines);
        return isSentinel ? List.of(file.toString(), "--sentinel") : List.of(file.toString());
    }

    private static long pid(Process shell) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8));
        return Long.parseLong(reader.readLine());
    }

    /** Its own log says so, since another program may be the one that answers at its port. */
    private boolean hasStarted() {
        Await.until("the server answers or has ended", () -> isReady() || !shell.isAlive());
        return shell.isAlive();
    }

    private boolean isReady() {
        try {
            Path log = folder.resolve("log");
            return Files.exists(log) && READY.matcher(Files.readString(log)).find() && Ports.answers(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** Sends a command as the default user without a password, and returns what Jedis makes of the reply. */
    Object send(String command, String... arguments) {
        return Admin.send(port, List.of(), command, arguments);
    }

    /** The same to a server that speaks TLS. */
    Object sendTls(Path ca, String command, String... arguments) throws IOException {
        try (Socket tcp = new Socket(Ports.LOOPBACK, port)) {
            Socket tls = Tls.trusting(ca).over(tcp, new Node("127.0.0.1", port));
            return Admin.send(new Connection(() -> tls), List.of(), command, arguments);
        }
    }

    /** Makes it hang: it stays connected and answers nothing. */
    void pause() {
        signal("STOP");
    }

    void resume() {
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(pid)).start();
            if (kill.waitFor() != 0) {
                throw new AssertionError("no " + signal + " was sent");
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void kill() {
        if (shell.isAlive()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            shell.onExit().join();
        }
    }

    /** Starts it again at the same port, with nothing in it. */
    void startAgain() throws IOException {
        Files.delete(folder.resolve("log"));
        shell = startProcess();
        pid = pid(shell);
        if (!hasStarted()) {
            throw new AssertionError("it does not start again");
        }
    }

    @Override
    public void close() {
        try {
            kill();
            for (File file : Objects.requireNonNull(folder.toFile().listFiles())) {
                Files.delete(file.toPath());
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
