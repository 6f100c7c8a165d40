package dev.restorer.images.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.restorer.fixtures.DebianPrograms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The registry of Docker, on this machine. Several may have one directory of images after each other. */
final class DockerRegistry implements AutoCloseable {

    private final Process process;
    private final int port;

    /** Starts it; what is configured besides comes in lines of YAML. */
    DockerRegistry(Path directory, String http, String auth) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(DebianPrograms.DOCKER_REGISTRY.command());
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path configuration = Files.writeString(
                directory.resolve("registry-" + port + ".yml"),
                "version: 0.1\nlog: {level: error}\nstorage: {filesystem: {rootdirectory: "
                        + directory.resolve("images") + "}}\nhttp: {addr: \"127.0.0.1:" + port + "\"" + http + "}\n"
                        + auth);
        command.addAll(List.of("serve", configuration.toString()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("registry-" + port + ".log").toFile())
                .start();
        awaitStart();
    }

    private void awaitStart() throws IOException, InterruptedException {
        for (int i = 0; i < 600 && process.isAlive(); i++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        process.destroyForcibly();
        throw new IOException("the registry does not start; see its log");
    }

    String name() {
        return "127.0.0.1:" + port;
    }

    /** Copies an image of a layout to it. */
    void push(Path layout, String tag, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(DebianPrograms.SKOPEO.command());
        command.addAll(List.of("--insecure-policy", "--tmpdir", layout.toString(), "copy", "--quiet"));
        command.addAll(List.of("--dest-tls-verify=false"));
        command.addAll(List.of(options));
        command.addAll(List.of("oci:" + layout + ":" + tag, "docker://" + name() + "/a/b:" + tag));
        Process copying = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(copying.getInputStream().readAllBytes(), UTF_8);
        if (copying.waitFor() != 0) {
            throw new IOException(command + ": " + output);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
