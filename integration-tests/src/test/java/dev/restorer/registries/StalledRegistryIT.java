package dev.restorer.registries;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.restorer.process.Checkout;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry that stops in the middle of a layer or manifest, and a command that is then terminated. */
@Tag("long")
class StalledRegistryIT {

    private static final int TERMINATED = 128 + 15;

    @TempDir
    Path directory;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch stalled = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private ImageBuild build;
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        build = new ImageBuild(directory);
        String manifest = build.cache.write("1");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v2/a/b/manifests/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/vnd.oci.image.manifest.v1+json");
            send(exchange, Files.readAllBytes(build.cache.blobFile(manifest)));
        });
        server.createContext("/v2/a/b/blobs/", this::blob);
        server.start();
    }

    @AfterEach
    void stopServer() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void blob(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String digest = path.substring(path.lastIndexOf('/') + 1);
        byte[] bytes = Files.readAllBytes(build.cache.blobFile(digest));
        if (digest.equals(build.cache.config())) {
            send(exchange, bytes);
            return;
        }
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
        stall();
    }

    private void stall() {
        stalled.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String image(String host, String tag) {
        return host + ":" + server.getAddress().getPort() + "/a/b:" + tag;
    }

    private Process startWithCache(String tag) throws IOException {
        return start("--app-metadata=" + directory.resolve("app.json"), "--cache-image=" + image("127.0.0.1", tag));
    }

    private Process start(String... flags) throws IOException {
        List<String> command = new ArrayList<>(List.of(Checkout.command(), "restore", "--layers=" + build.layers));
        command.add("--group=" + build.group());
        command.addAll(List.of(flags));
        return new ProcessBuilder(command)
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile())
                .start();
    }

    private void assertTerminationIsTheOnlyMessage(Process process) throws Exception {
        try {
            assertThat(stalled.await(60, TimeUnit.SECONDS)).isTrue();
            long begin = System.nanoTime();
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)).isLessThan(4_000);
            assertThat(process.exitValue()).isEqualTo(TERMINATED);
            assertThat(Files.readAllLines(directory.resolve("err")))
                    .containsExactly("ERROR: The restore into " + build.layers
                            + " was cancelled. Run it again before a build uses this directory.");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void terminationEndsTheReadOfALayerAndLeavesNoPartOfIt() throws Exception {
        assertTerminationIsTheOnlyMessage(startWithCache("1"));
        try (var entries = Files.list(build.layers.resolve("bp"))) {
            assertThat(entries.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    private void stallManifest() {
        server.createContext("/v2/a/b/manifests/stalled", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            stall();
        });
    }

    @Test
    void terminationEndsTheReadOfAManifest() throws Exception {
        stallManifest();
        assertTerminationIsTheOnlyMessage(startWithCache("stalled"));
        assertThat(build.layers.resolve("bp")).doesNotExist();
    }

    /** The mirror is looked for once the source is closed. */
    @Test
    void terminationEndsTheReadOfARunImageThatHasAMirror() throws Exception {
        stallManifest();
        Files.writeString(
                build.group(),
                "[[group-extensions]]\nid = \"ext\"\nversion = \"1\"\napi = \"0.10\"\n",
                StandardOpenOption.APPEND);
        String image = image("127.0.0.1", "stalled");
        Path analyzed = Files.writeString(directory.resolve("a.toml"), "run-image = {image = \"" + image + "\"}");
        Path run = Files.writeString(
                directory.resolve("run.toml"),
                "images = [{image = \"" + image + "\", mirrors = [\"" + image("localhost", "1") + "\"]}]");
        assertTerminationIsTheOnlyMessage(start(
                "--platform-api=0.14",
                "--cache-dir=" + directory.resolve("none"),
                "--analyzed=" + analyzed,
                "--run=" + run));
    }
}
