package dev.restorer.images.registry;

import static dev.restorer.images.registry.TestRegistry.answering;
import static dev.restorer.images.registry.TestRegistry.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import dev.restorer.fixtures.CapturedLog;
import dev.restorer.images.TestImage;
import dev.restorer.images.reference.Digest;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImageCredential;
import dev.restorer.spi.ImageCredentials;
import dev.restorer.spi.ImageReadException;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AuthorizationTest {

    private static final String BASIC = "Basic dTpwOmE="; // u and p:a
    private static final ImageCredentials USER =
            (registry, repository) -> Optional.of(new ImageCredential.Basic("u", "p:a"));

    private final TestImage written = TestImage.of(Map.of(), new byte[] {1, 2, 3});
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private TestRegistry registry;

    @BeforeEach
    void start() throws IOException {
        registry = new TestRegistry().with("1", written);
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    /** Makes the repository require a header, with a challenge for requests without it. */
    private void require(String challenge) {
        for (String path : registry.paths()) {
            TestRegistry.Handler open = registry.handler(path);
            registry.on(path, exchange -> {
                if (accepted.contains(
                        String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")))) {
                    open.handle(exchange);
                } else {
                    status(401, "WWW-Authenticate", challenge).handle(exchange);
                }
            });
        }
    }

    private void requireToken() {
        require("Bearer realm=\"http://" + registry.name()
                + "/token?x=1\",service=\"s e\",scope=\"repository:a/b:pull\"");
    }

    private void issueToken(String token) {
        accepted.add("Bearer " + token);
        registry.on(
                "/token", answering("application/json", TestImage.json("{'token':'" + token + "','expires_in':1}")));
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aPasswordIsSentWhenItIsRequired() {
        require("Basic realm=\"r\"");
        accepted.add(BASIC);
        assertThat(registry.image(USER)).isPresent();
        assertThat(registry.asked()).startsWith("GET /v2/a/b/manifests/1", "GET /v2/a/b/manifests/1 " + BASIC);
    }

    @Test
    void withoutCredentialsThereIsNoImage() {
        require("Basic realm=\"r\"");
        assertThat(registry.image(ImageCredentials.none())).isEmpty();
        registry.on("/v2/a/b/manifests/1", status(403));
        assertThat(registry.image(ImageCredentials.none())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aConfigThatRequiresCredentialsIsTreatedAsTheManifest(int status) {
        registry.on("/v2/a/b/blobs/" + Digest.sha256(written.config()), status(status));
        assertThat(registry.image(ImageCredentials.none())).isEmpty();
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> registry.image(USER))
                .withMessageContaining("rejects the credentials");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aManifestOfAnIndexThatRequiresCredentialsIsTreatedAsTheIndex(int status) {
        byte[] index = TestImage.index(written.descriptor(TestImage.platform("linux", "amd64", "")));
        registry.on("/v2/a/b/manifests/1", answering(TestImage.OCI_INDEX, index));
        registry.on("/v2/a/b/manifests/" + written.digest(), status(status));
        assertThat(registry.image(ImageCredentials.none())).isEmpty();
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> registry.image(USER))
                .withMessageContaining("rejects the credentials (" + status + ")");
    }

    /** Hides what needs credentials, as some registries do: only the path of the registry itself requires them. */
    private void hide(int status) {
        for (String path : registry.paths()) {
            TestRegistry.Handler open = registry.handler(path);
            registry.on(path, exchange -> {
                if (BASIC.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                    open.handle(exchange);
                } else {
                    status(status).handle(exchange);
                }
            });
        }
        registry.on("/v2/", status(401, "WWW-Authenticate", "Basic realm=\"r\""));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void credentialsAreSentToARegistryThatHidesWhatItHas(int status) {
        hide(status);
        assertThat(registry.image(USER)).isPresent();
        assertThat(registry.image(ImageCredentials.none())).isEmpty();
    }

    @Test
    void anImageThatIsMissingWithCredentialsTooIsMissing() {
        hide(404);
        registry.on("/v2/a/b/manifests/1", status(404));
        assertThat(registry.image(USER)).isEmpty();
    }

    @Test
    void credentialsAreNotSentForAMissingImageToARegistryThatRequiresNone() {
        registry.on("/v2/a/b/manifests/1", status(404));
        assertThat(registry.image(USER)).isEmpty();
        assertThat(registry.asked()).containsExactly("GET /v2/a/b/manifests/1");
    }

    @Test
    void rejectedCredentialsAreReportedWithoutThem() {
        require("Basic realm=\"r\"");
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> registry.image(USER))
                .withMessageContaining("rejects the credentials")
                .withMessageContaining(registry.name())
                .withMessageNotContaining("p:a")
                .withMessageNotContaining("dTpwOmE=");
        assertThat(registry.asked()).hasSize(2);
        registry.on("/v2/a/b/manifests/1", status(403));
        assertThatExceptionOfType(ImageReadException.class).isThrownBy(() -> registry.image(USER));
    }

    @Test
    void aTokenIsRequestedWithThePassword() {
        requireToken();
        issueToken("t");
        assertThat(registry.image(USER)).isPresent();
        assertThat(registry.asked())
                .containsSequence(
                        "GET /v2/a/b/manifests/1",
                        "GET /token?x=1&service=s+e&scope=repository%3Aa%2Fb%3Apull " + BASIC,
                        "GET /v2/a/b/manifests/1 Bearer t");
    }

    @Test
    void aTokenIsRequestedWithoutCredentials() {
        requireToken();
        issueToken("t");
        assertThat(registry.image(ImageCredentials.none())).isPresent();
        assertThat(registry.asked()).contains("GET /token?x=1&service=s+e&scope=repository%3Aa%2Fb%3Apull");
    }

    /** A source whose config.json has an array. */
    private static RegistryImages withUnusableFile(Path directory) throws IOException {
        Files.writeString(directory.resolve("config.json"), "[]");
        return TestRegistry.images(
                TestRegistry.configuration().environment(Map.of("DOCKER_CONFIG", directory.toString())),
                ImageCredentials.none());
    }

    @Test
    void anImageThatIsPublicNeedsNoFileWithCredentials(@TempDir Path directory) throws IOException {
        requireToken();
        issueToken("t");
        try (CapturedLog log = new CapturedLog();
                RegistryImages images = withUnusableFile(directory)) {
            assertThat(images.image(registry.reference(":1"))).isPresent();
            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("WARN "))
                    .containsExactly("WARN " + registry.name() + " is read without credentials: credentials cannot be"
                            + " read from " + directory.resolve("config.json")
                            + ": it is not an object. Correct or remove it.");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void anImageThatIsRefusedForAFileThatCannotBeUsedIsAnError(int status, @TempDir Path directory) throws IOException {
        registry.on("/v2/a/b/manifests/1", status(status));
        try (CapturedLog log = new CapturedLog();
                RegistryImages images = withUnusableFile(directory)) {
            assertThatExceptionOfType(ImageReadException.class)
                    .isThrownBy(() -> images.image(registry.reference(":1")))
                    .withMessage("The image " + registry.name() + "/a/b:1 cannot be read from " + registry.name()
                            + ": credentials cannot be read from " + directory.resolve("config.json")
                            + ": it is not an object. Correct or remove it.");
            assertThat(log.lines()).hasSize(1);
        }
    }

    @DisabledOnOs(OS.WINDOWS)
    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aHelperProgramThatFailedIsRunAgainForTheNextImage(int status, @TempDir Path directory) throws IOException {
        require("Basic realm=\"r\"");
        accepted.add(BASIC);
        TestRegistry.Handler manifest = registry.handler("/v2/a/b/manifests/1");
        registry.on("/v2/a/b/manifests/1", status(status, "WWW-Authenticate", "Basic realm=\"r\""));
        try (RegistryImages images = withProgramThatFailsOnce(directory)) {
            assertThatExceptionOfType(ImageReadException.class)
                    .isThrownBy(() -> images.image(registry.reference(":1")))
                    .withMessageContaining("docker-credential-x");
            registry.on("/v2/a/b/manifests/1", manifest);
            assertThat(images.image(registry.reference(":1"))).isPresent();
        }
    }

    private static RegistryImages withProgramThatFailsOnce(Path directory) throws IOException {
        Files.writeString(directory.resolve("config.json"), "{\"credsStore\":\"x\"}");
        Path program = Files.writeString(directory.resolve("docker-credential-x"), """
                #!/bin/sh
                mkdir "$0.failed" && exit 3
                echo '{"Username":"u","Secret":"p:a"}'
                """);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Map<String, String> environment =
                Map.of("DOCKER_CONFIG", directory.toString(), "PATH", directory + ":/usr/bin:/bin");
        return TestRegistry.images(TestRegistry.configuration().environment(environment), ImageCredentials.none());
    }

    @Test
    void aVariableThatCannotBeUsedIsAnErrorForAPublicImageToo() {
        requireToken();
        issueToken("t");
        try (RegistryImages images = TestRegistry.images(
                TestRegistry.configuration().environment(Map.of("CNB_REGISTRY_AUTH", "no JSON")),
                ImageCredentials.none())) {
            assertThatExceptionOfType(ImageReadException.class)
                    .isThrownBy(() -> images.image(registry.reference(":1")))
                    .withMessageContaining("CNB_REGISTRY_AUTH");
        }
    }

    @Test
    void theFragmentOfATokenServerIsIgnored() {
        require("Bearer realm=\"http://" + registry.name() + "/token#x\",service=\"s\"");
        issueToken("t");
        assertThat(registry.image(ImageCredentials.none())).isPresent();
        assertThat(registry.asked()).contains("GET /token?service=s&scope=repository%3Aa%2Fb%3Apull");
    }

    @Test
    void anIdentityTokenIsPosted() {
        requireToken();
        accepted.add("Bearer t");
        registry.on("/token", exchange -> {
            assertThat(body(exchange))
                    .contains("grant_type=refresh_token", "refresh_token=i%2Fd", "scope=repository%3Aa%2Fb%3Apull");
            answering("application/json", TestImage.json("{'access_token':'t'}"))
                    .handle(exchange);
        });
        assertThat(registry.image((host, repository) -> Optional.of(new ImageCredential.IdentityToken("i/d"))))
                .isPresent();
    }

    @Test
    void aTokenForTheRegistryIsSentUnchanged() {
        requireToken();
        accepted.add("Bearer own");
        assertThat(registry.image((host, repository) -> Optional.of(new ImageCredential.Bearer("own"))))
                .isPresent();
        assertThat(registry.asked()).noneMatch(each -> each.contains("/token"));
    }

    @Test
    void anExpiredTokenIsReplacedOnce() throws IOException {
        requireToken();
        issueToken("one");
        try (RegistryImages images = TestRegistry.images(TestRegistry.configuration(), USER)) {
            Image image = images.image(registry.reference(":1")).orElseThrow();
            accepted.clear();
            issueToken("two");
            try (LayerContents layer = image.layer(written.diffIds().get(0)).orElseThrow()) {
                assertThat(layer.stream()).hasBinaryContent(new byte[] {1, 2, 3});
            }
            accepted.clear();
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> image.layer(written.diffIds().get(0)))
                    .withMessageContaining("replies with status 401");
        }
        assertThat(registry.asked().stream().filter(each -> each.startsWith("GET /token")))
                .hasSize(3);
    }

    @Test
    void aTokenServerThatRejectsCredentialsIsReported() {
        requireToken();
        registry.on("/token", status(401));
        assertThat(registry.image(ImageCredentials.none())).isEmpty();
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> registry.image(USER))
                .withMessageContaining("rejects the credentials");
    }

    @Test
    void anInvalidTokenResponseIsReportedWithoutIt() {
        requireToken();
        registry.on("/token", answering("application/json", TestImage.json("{'token':'secret\\r\\nX: y'}")));
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> registry.image(USER))
                .withMessageContaining("has no token")
                .withMessageNotContaining("secret");
        registry.on("/token", answering("application/json", TestImage.json("secret")));
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> registry.image(USER))
                .withMessageNotContaining("secret");
    }

    @Test
    void aTokenResponseThatIsTooLongIsReportedAsThat() {
        requireToken();
        registry.on("/token", answering("application/json", new byte[(1 << 20) + 1]));
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> registry.image(USER))
                .withMessageContaining("the response of its token server http://" + registry.name()
                        + " has more than 1048576 bytes. Try again later");
    }

    /** A helper program for credentials may take long, and nothing ends the call that waits for it. */
    @Test
    void closingEndsACallThatWaitsForTheCredentialsOfAnother() throws Exception {
        CountDownLatch requests = new CountDownLatch(2);
        CompletableFuture<Void> end = new CompletableFuture<>();
        registry.on("/v2/a/b/manifests/1", exchange -> {
            requests.countDown();
            status(401, "WWW-Authenticate", "Basic realm=\"r\"").handle(exchange);
        });
        ImageCredentials slow = (host, repository) -> {
            end.completeOnTimeout(null, 50, TimeUnit.SECONDS).join();
            return Optional.empty();
        };
        RegistryImages images = TestRegistry.images(TestRegistry.configuration(), slow);
        try {
            CompletableFuture<?> one = CompletableFuture.runAsync(() -> images.image(registry.reference(":1")));
            CompletableFuture<?> other = CompletableFuture.runAsync(() -> images.image(registry.reference(":1")));
            assertThat(requests.await(10, TimeUnit.SECONDS)).isTrue();
            images.close();
            assertThat(CompletableFuture.anyOf(one, other))
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withMessageContaining("the image source was closed");
        } finally {
            end.complete(null);
            images.close();
        }
    }

    @Test
    void twoSourcesShareNoTokenAndNoConnection() {
        requireToken();
        issueToken("one");
        Set<Integer> ports = ConcurrentHashMap.newKeySet();
        TestRegistry.Handler manifest = registry.handler("/v2/a/b/manifests/1");
        registry.on("/v2/a/b/manifests/1", exchange -> {
            ports.add(exchange.getRemoteAddress().getPort());
            manifest.handle(exchange);
        });
        try (RegistryImages first = TestRegistry.images(TestRegistry.configuration(), USER);
                RegistryImages second = TestRegistry.images(TestRegistry.configuration(), ImageCredentials.none())) {
            assertThat(first.image(registry.reference(":1"))).isPresent();
            int before = registry.asked().size();
            int connections = ports.size();
            issueToken("two");
            accepted.remove("Bearer one");
            assertThat(second.image(registry.reference(":1"))).isPresent();
            assertThat(registry.asked().subList(before, registry.asked().size()))
                    .noneMatch(each -> each.contains("one") || each.contains("Basic"));
            assertThat(ports).hasSizeGreaterThan(connections);
        }
    }
}
