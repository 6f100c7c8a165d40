package dev.restorer.images.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.restorer.images.TestImage;
import dev.restorer.images.credentials.CredentialSources;
import dev.restorer.images.reference.Digest;
import dev.restorer.images.reference.Reference;
import dev.restorer.images.reference.RegistryReference;
import dev.restorer.images.registry.http.Retries;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImageCredentials;
import dev.restorer.spi.ImagePlatform;
import dev.restorer.spi.ImageSourceConfiguration;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** A registry on this machine with one repository, {@code a/b}, whose responses a test sets. */
final class TestRegistry implements AutoCloseable {

    static final Retries QUICK = new Retries(3, Duration.ofMillis(5), Duration.ofSeconds(2));

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** Handles the requests for a path. */
    interface Handler {
        void handle(HttpExchange exchange) throws IOException, InterruptedException;
    }

    TestRegistry() throws IOException {
        this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    /** Starts a registry that requires TLS. */
    static TestRegistry withTls(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new TestRegistry(server);
    }

    /** Starts a registry at another address of this machine. */
    static TestRegistry at(InetAddress address) throws IOException {
        return new TestRegistry(HttpServer.create(new InetSocketAddress(address, 0), 0));
    }

    private TestRegistry(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        asked.add(exchange.getRequestMethod() + " " + path + (authorization == null ? "" : " " + authorization));
        Handler handler = handlers.getOrDefault(
                path, handlers.get(exchange.getRequestURI().getPath()));
        try (exchange) {
            if (handler == null) {
                exchange.sendResponseHeaders(path.equals("/v2/") ? 200 : 404, -1);
            } else {
                handler.handle(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    String name() {
        return "127.0.0.1:" + port();
    }

    /** The requests, with method, path and Authorization, without those that test for TLS. */
    List<String> asked() {
        return asked.stream().filter(each -> !each.equals("GET /v2/")).toList();
    }

    TestRegistry on(String path, Handler handler) {
        handlers.put(path, handler);
        return this;
    }

    Handler handler(String path) {
        return Objects.requireNonNull(handlers.get(path));
    }

    List<String> paths() {
        return List.copyOf(handlers.keySet());
    }

    /** Adds an image with a tag. */
    TestRegistry with(String tag, TestImage image) {
        Handler manifest = answering(TestImage.OCI_MANIFEST, image.manifest());
        on("/v2/a/b/manifests/" + tag, manifest);
        on("/v2/a/b/manifests/" + image.digest(), manifest);
        image.blobs().forEach((digest, bytes) -> on(blob(digest), answering("application/octet-stream", bytes)));
        return this;
    }

    static String blob(Digest digest) {
        return "/v2/a/b/blobs/" + digest;
    }

    static Handler answering(String type, byte[] body) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            send(exchange, 200, body);
        };
    }

    static Handler status(int status, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            send(exchange, status, new byte[] {'x'});
        };
    }

    static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    static ImageSourceConfiguration.Builder configuration() {
        return ImageSourceConfiguration.builder()
                .environment(Map.of())
                .platform(new ImagePlatform("linux", "amd64", null))
                .timeout(Duration.ofSeconds(20));
    }

    static RegistryImages images(ImageSourceConfiguration.Builder configuration, ImageCredentials credentials) {
        return images(configuration.credentials(credentials), SystemDefaultDnsResolver.INSTANCE);
    }

    static RegistryImages images(ImageSourceConfiguration.Builder configuration, DnsResolver system) {
        ImageSourceConfiguration built = configuration.build();
        return new RegistryImages(built, CredentialSources.of(built), QUICK, system);
    }

    static RegistryImages images() {
        return images(configuration(), ImageCredentials.none());
    }

    RegistryReference reference(String rest) {
        return (RegistryReference) Reference.parse(name() + "/a/b" + rest);
    }

    /** Reads an image with a new source, which is closed afterwards, so layers cannot be opened. */
    Optional<Image> image(ImageCredentials credentials) {
        try (RegistryImages images = images(configuration(), credentials)) {
            return images.image(reference(":1"));
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
