package dev.restorer.registries;

import static dev.restorer.registries.ImageBuild.assertDone;
import static dev.restorer.registries.ImageBuild.assertOneError;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.restorer.fixtures.DockerRegistry;
import dev.restorer.fixtures.TestKeys;
import dev.restorer.process.Finished;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registries that require credentials or certificates, or do not answer, for both kinds of images. */
@Tag("long")
class RegistryAnswersIT {

    /** The password p:a of the user u, by bcrypt. */
    private static final String HTPASSWD = "u:$2b$04$aaaaaaaaaaaaaaaaaaaaaO40pqIffTuxFWsvFJ2TGOqxL3mF07e2i\n";

    private static final String RIGHT = Base64.getEncoder().encodeToString("u:p:a".getBytes(UTF_8));
    private static final String WRONG = Base64.getEncoder().encodeToString("u:secret".getBytes(UTF_8));

    @TempDir
    Path directory;

    private ImageBuild build;

    @BeforeEach
    void makeBuild() throws IOException {
        build = new ImageBuild(directory);
        build.app.label(
                ImageBuild.CACHE_LABEL,
                "{\"buildpacks\":[{\"key\":\"bp\",\"layers\":{\"c\":{\"sha\":\"sha256:1\",\"cache\":true}}}]}");
        build.app.write("1");
    }

    private DockerRegistry registry(String http, String auth) throws IOException, InterruptedException {
        try (DockerRegistry open = DockerRegistry.start(directory)) {
            open.push(build.app.directory(), "1");
        }
        return DockerRegistry.start(directory, http, auth);
    }

    private DockerRegistry withPassword() throws IOException, InterruptedException {
        Path passwords = Files.writeString(directory.resolve("htpasswd"), HTPASSWD);
        return registry("", "auth: {htpasswd: {realm: r, path: " + passwords + "}}\n");
    }

    private Finished restore(String flag, String registry, String... variables) {
        List<String> by = new ArrayList<>(List.of("env", "HOME=" + directory.resolve("home")));
        by.addAll(List.of(variables));
        return build.restore(by, flag, registry + "/a/b:1", "--metadata-only", "--analyzed", analyzed());
    }

    private String analyzed() {
        try {
            return Files.writeString(directory.resolve("analyzed.toml"), "").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String auth(String registry, String encoded) {
        return "CNB_REGISTRY_AUTH={\"" + registry + "\":\"Basic " + encoded + "\"}";
    }

    @ParameterizedTest
    @CsvSource({"--cache-image, c.toml", "--previous-image, z.toml"})
    void withCredentialsTheImageIsRead(String flag, String file) throws Exception {
        try (DockerRegistry registry = withPassword()) {
            assertDone(restore(flag, registry.name(), auth(registry.name(), RIGHT)));
            assertThat(build.layers.resolve("bp").resolve(file)).exists();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--cache-image", "--previous-image"})
    void withoutCredentialsThereIsNoImage(String flag) throws Exception {
        try (DockerRegistry registry = withPassword()) {
            Finished run = restore(flag, registry.name());
            assertDone(run);
            assertThat(run.out())
                    .contains(
                            flag.equals("--cache-image")
                                    ? "Layer cache not found"
                                    : "Image with name \"" + registry.name() + "/a/b:1\" not found");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--cache-image", "--previous-image"})
    void refusedCredentialsAreOneErrorWithoutThem(String flag) throws Exception {
        try (DockerRegistry registry = withPassword()) {
            Finished run = restore(flag, registry.name(), auth(registry.name(), WRONG));
            assertThat(assertOneError(run))
                    .contains(
                            registry.name() + "/a/b:1", "from " + registry.name(), "rejects the credentials", "Log in")
                    .doesNotContain("secret", WRONG);
            assertThat(build.layers.resolve("bp")).doesNotExist();
        }
    }

    @Test
    void noCredentialsAreLoggedAtAnyLevel() throws Exception {
        try (DockerRegistry registry = withPassword()) {
            Finished run =
                    restore("--cache-image", registry.name(), auth(registry.name(), RIGHT), "CNB_LOG_LEVEL=debug");
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).noneMatch(line -> line.contains(RIGHT) || line.contains("Authorization"));
            assertThat(run.err()).noneMatch(line -> line.contains(RIGHT) || line.contains("Authorization"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--cache-image", "--previous-image"})
    void aServerThatDoesNotRunIsOneError(String flag) throws Exception {
        String registry;
        try (DockerRegistry ended = DockerRegistry.start(directory)) {
            registry = ended.name();
        }
        assertThat(assertOneError(restore(flag, registry)))
                .contains(registry + "/a/b:1", "cannot be reached", "Check the name of the registry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--cache-image", "--previous-image"})
    void aServerThatFailsAgainAndAgainIsOneError(String flag) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        try {
            String registry = "127.0.0.1:" + server.getAddress().getPort();
            assertThat(assertOneError(restore(flag, registry)))
                    .contains(registry + "/a/b:1", "it replies with status 503", "Try again later");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aCertificateThatIsNotTrustedIsOneErrorUnlessTheRegistryIsListed() throws Exception {
        TestKeys keys = new TestKeys(directory);
        String tls = ", tls: {certificate: " + keys.certificate() + ", key: " + keys.keyFile() + "}";
        try (DockerRegistry registry = registry(tls, "")) {
            assertThat(assertOneError(restore("--cache-image", registry.name())))
                    .contains("its certificate is not trusted", "SSL_CERT_FILE");
            assertDone(restore("--cache-image", registry.name(), "SSL_CERT_FILE=" + keys.certificate()));
            assertDone(restore(
                    "--cache-image",
                    registry.name(),
                    "CNB_INSECURE_REGISTRIES=r.example," + registry.name(),
                    "CNB_PLATFORM_API=0.12")); // the flag is one of 0.13
        }
    }
}
