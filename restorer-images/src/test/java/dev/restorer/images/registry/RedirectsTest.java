package dev.restorer.images.registry;

import static dev.restorer.images.registry.TestRegistry.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.restorer.images.TestImage;
import dev.restorer.images.reference.Digest;
import dev.restorer.images.reference.Reference;
import dev.restorer.images.reference.RegistryReference;
import dev.restorer.images.registry.address.InsecureRegistries;
import dev.restorer.images.registry.address.IpAddresses;
import dev.restorer.images.registry.address.Origin;
import dev.restorer.images.registry.address.PinnedAddresses;
import dev.restorer.images.registry.address.PublicAddresses;
import dev.restorer.images.registry.failure.ForbiddenAddressException;
import dev.restorer.images.registry.http.Endpoint;
import dev.restorer.images.registry.http.Http;
import dev.restorer.images.registry.http.HttpClients;
import dev.restorer.images.registry.http.Redirects;
import dev.restorer.images.registry.lifetime.Lifetime;
import dev.restorer.images.registry.lifetime.Permits;
import dev.restorer.images.registry.proxy.Proxies;
import dev.restorer.images.registry.tls.Trust;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImageCredential;
import dev.restorer.spi.ImageCredentials;
import dev.restorer.spi.ImageReadException;
import dev.restorer.spi.ImageSourceConfiguration;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RedirectsTest {

    private static final byte[] LAYER = {1, 2, 3};
    private static final ImageCredentials USER =
            (registry, repository) -> Optional.of(new ImageCredential.Basic("u", "secret"));

    private final TestImage written = TestImage.of(Map.of(), LAYER);
    private final String blob = TestRegistry.blob(Digest.sha256(LAYER));
    private TestRegistry registry;
    private TestRegistry other;

    @BeforeEach
    void start() throws IOException {
        registry = new TestRegistry().with("1", written);
        other = new TestRegistry().with("1", written);
    }

    @AfterEach
    void stop() {
        registry.close();
        other.close();
    }

    private static void assertLayerIsRead(Image image) throws IOException {
        try (LayerContents layer = image.layer(image.diffIds().get(0)).orElseThrow()) {
            assertThat(layer.stream()).hasBinaryContent(LAYER);
        }
    }

    @Test
    void credentialsAreNotSentToAnotherHost() throws IOException {
        for (String path : registry.paths()) {
            TestRegistry.Handler open = registry.handler(path);
            registry.on(path, exchange -> {
                if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
                    status(401, "WWW-Authenticate", "Basic realm=\"r\"").handle(exchange);
                } else if (path.equals(blob)) {
                    status(307, "Location", "http://" + other.name() + blob).handle(exchange);
                } else {
                    open.handle(exchange);
                }
            });
        }
        try (RegistryImages images = TestRegistry.images(TestRegistry.configuration(), USER)) {
            assertLayerIsRead(images.image(registry.reference(":1")).orElseThrow());
        }
        assertThat(other.asked()).containsExactly("GET " + blob);
    }

    /** Returns a source that finds a registry and a storage with underscores in their names here. */
    private static RegistryImages withUnderscores(ImageSourceConfiguration.Builder configuration) {
        InMemoryDnsResolver names = new InMemoryDnsResolver();
        names.add("my_registry", InetAddress.getLoopbackAddress());
        names.add("my_bucket.storage.example", InetAddress.getLoopbackAddress());
        names.add("127.0.0.1", InetAddress.getLoopbackAddress());
        return TestRegistry.images(configuration, names);
    }

    @Test
    void namesMayHaveUnderscores() throws IOException {
        String name = "my_registry:" + registry.port();
        String bucket = "http://my_bucket.storage.example:" + other.port() + "/elsewhere/";
        other.on("/elsewhere/", status(307, "Location", blob)); // relative, so to the bucket
        registry.on(blob, status(307, "Location", bucket));
        try (RegistryImages images =
                withUnderscores(TestRegistry.configuration().insecureRegistries(Set.of(name)))) {
            Reference reference = Reference.parse(name + "/a/b:1");
            assertLayerIsRead(images.image((RegistryReference) reference).orElseThrow());
        }
        assertThat(other.asked()).containsExactly("GET /elsewhere/", "GET " + blob);
    }

    @Test
    void aRelativeRedirectKeepsCredentials() throws IOException {
        registry.on("/elsewhere", registry.handler(blob)).on(blob, status(302, "Location", "/elsewhere"));
        try (RegistryImages images = TestRegistry.images()) {
            assertLayerIsRead(images.image(registry.reference(":1")).orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ftp://r.example/x",
                "file:///etc/passwd",
                "http://u:secret@r.example/",
                "http://u:secret@my_bucket.example/",
                "http://my_bucket.example:65536/",
                "http://[::/",
                "http://127.0.0.1:65536/",
                "http://127.0.0.1:99999999999/"
            })
    void anInvalidAddressIsNotFollowed(String location) throws IOException {
        registry.on(blob, status(307, "Location", location));
        try (RegistryImages images = TestRegistry.images()) {
            Image image = images.image(registry.reference(":1")).orElseThrow();
            assertThatIOException()
                    .isThrownBy(() -> image.layer(image.diffIds().get(0)))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
        }
    }

    /** The results are those of Go, but that it sends a query as it is. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "/a b{}\"^\\<>|`, http://r.example/a%20b%7B%7D%22%5E%5C%3C%3E%7C%60",
                "/a[1]/caf\u00c3\u00a9\u0085, http://r.example/a%5B1%5D/caf%C3%A9%85",
                "/a%2fb%20c, http://r.example/a%2fb%20c",
                "/a?b={c}&d=[e]?%20\" f, http://r.example/a?b=%7Bc%7D&d=[e]?%20%22%20f",
                "/a?%zz%4%, http://r.example/a?%25zz%254%25",
                "?b={c}, http://r.example/?b=%7Bc%7D",
                "//h.example/{x}#{y}?%20, http://h.example/%7Bx%7D#%7By%7D?%20",
                "http://[::1]/[x], http://[::1]/%5Bx%5D"
            })
    void charactersThatGoAcceptsAreEscaped(String location, String expected) throws IOException {
        assertThat(Redirects.resolve(URI.create("http://r.example/"), location)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a%zz",
                "/a%",
                "/a%4?b",
                "/a#%zz",
                "/a\u0001",
                "/a?\u007f",
                "http://a b/",
                "http://h%zz/",
                "http://h:1{x}"
            })
    void anAddressThatGoRejectsIsInvalid(String location) {
        assertThatIOException()
                .isThrownBy(() -> Redirects.resolve(URI.create("http://r.example/"), location))
                .withMessage("it redirects to an invalid address");
    }

    @Test
    void aRedirectMayHaveCharactersThatAreNotAscii() throws IOException {
        registry.on("/caf\u00e9 {1}", registry.handler(blob)).on(blob, status(302, "Location", "/caf\u00c3\u00a9 {1}"));
        try (RegistryImages images = TestRegistry.images()) {
            assertLayerIsRead(images.image(registry.reference(":1")).orElseThrow());
        }
    }

    @Test
    void endlessRedirectsAreNotFollowed() {
        registry.on("/v2/a/b/manifests/1", status(302, "Location", "/v2/a/b/manifests/1"));
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> registry.image(USER))
                .withMessageContaining("more than 5 times");
    }

    /** A proxy on this machine, behind which the registry seems to have a public address. */
    private RegistryImages behindProxy() {
        ImageSourceConfiguration.Builder configuration = TestRegistry.configuration()
                .insecureRegistries(Set.of("public.example:80"))
                .environment(Map.of("HTTP_PROXY", registry.name()));
        return TestRegistry.images(configuration, USER);
    }

    private static RegistryReference atPublic() {
        return (RegistryReference) Reference.parse("public.example:80/a/b:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/",
                "http://localhost:1/",
                "http://a.localhost/",
                "http://localhost.:1/",
                "http://a.localhost./",
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.1/",
                "http://[::1]/",
                "http://[fd00::1]/",
                "http://[::ffff:10.0.0.1]/"
            })
    void aRedirectOfAPublicRegistryToAPrivateAddressIsNotFollowed(String location) {
        registry.on("/v2/a/b/manifests/1", status(307, "Location", location));
        try (RegistryImages images = behindProxy()) {
            assertThatExceptionOfType(ImageReadException.class)
                    .isThrownBy(() -> images.image(atPublic()))
                    .withMessageContaining("is not contacted");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "proxy.example, http://proxy.example/",
        "proxy.example, http://proxy.example./",
        "proxy.example., http://proxy.example/",
        "proxy.example., http://proxy.example./"
    })
    void aPublicRegistryMayNotNameAProxyWithOrWithoutADotAtTheEnd(String proxy, String location) {
        Redirects redirects = redirects(Map.of("HTTPS_PROXY", "http://" + proxy + ":3128"));
        Endpoint endpoint = new Endpoint(Origin.of(Origin.HTTP, "public.example"), true);
        assertThatExceptionOfType(ForbiddenAddressException.class)
                .isThrownBy(() -> redirects.named(endpoint, URI.create(location)));
    }

    private static Redirects redirects(Map<String, String> environment) {
        Lifetime lifetime = new Lifetime();
        ImageSourceConfiguration configuration = TestRegistry.configuration().build();
        InsecureRegistries insecure = new InsecureRegistries(Set.of());
        Proxies proxies = new Proxies(environment);
        Trust trust = new Trust(Map.of(), Map.of());
        InMemoryDnsResolver names = new InMemoryDnsResolver();
        HttpClients clients = new HttpClients(configuration, insecure, proxies, trust, names, names);
        return new Redirects(
                new Http(clients, lifetime, new Permits(1, lifetime), TestRegistry.QUICK), insecure, proxies);
    }

    @Test
    void aTokenServerOfAPublicRegistryAtAPrivateAddressIsNotContacted() {
        registry.on(
                "/v2/a/b/manifests/1",
                status(401, "WWW-Authenticate", "Bearer realm=\"http://" + other.name() + "/token\""));
        try (RegistryImages images = behindProxy()) {
            assertThatExceptionOfType(ImageReadException.class)
                    .isThrownBy(() -> images.image(atPublic()))
                    .withMessageContaining("is not contacted");
        }
        assertThat(other.asked()).isEmpty();
    }

    /** Lets the registry require the token "t", and its token server redirect. */
    private void redirectTokens(String location) {
        TestRegistry.Handler manifest = registry.handler("/v2/a/b/manifests/1");
        registry.on("/v2/a/b/manifests/1", exchange -> {
            if ("Bearer t".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                manifest.handle(exchange);
            } else {
                status(401, "WWW-Authenticate", "Bearer realm=\"http://" + registry.name() + "/token\"")
                        .handle(exchange);
            }
        });
        registry.on("/token", status(307, "Location", location));
    }

    private static void issueToken(TestRegistry server) {
        server.on("/moved", TestRegistry.answering("application/json", TestImage.json("{'token':'t'}")));
    }

    @Test
    void aTokenServerMayRedirectToAnotherPath() {
        redirectTokens("/moved");
        issueToken(registry);
        assertThat(registry.image(USER)).isPresent();
        assertThat(registry.asked()).anyMatch(each -> each.startsWith("GET /moved Basic "));
    }

    @Test
    void anotherHostToWhichATokenServerRedirectsGetsNoCredentials() {
        redirectTokens("http://" + other.name() + "/moved");
        issueToken(other);
        assertThat(registry.image(USER)).isPresent();
        assertThat(other.asked()).containsExactly("GET /moved");
    }

    @Test
    void anIdentityTokenIsNotSentToWhereATokenServerRedirects() {
        redirectTokens("http://" + other.name() + "/moved");
        issueToken(other);
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() ->
                        registry.image((host, repository) -> Optional.of(new ImageCredential.IdentityToken("secret"))))
                .withMessageContaining("replies with status 307")
                .withMessageNotContaining("secret");
        assertThat(other.asked()).isEmpty();
    }

    @Test
    void aTokenServerOfAPublicRegistryMayNotRedirectToAPrivateAddress() {
        registry.on(
                "/v2/a/b/manifests/1", status(401, "WWW-Authenticate", "Bearer realm=\"http://public.example/token\""));
        registry.on("/token", status(307, "Location", "http://" + other.name() + "/moved"));
        issueToken(other);
        try (RegistryImages images = behindProxy()) {
            assertThatExceptionOfType(ImageReadException.class)
                    .isThrownBy(() -> images.image(atPublic()))
                    .withMessageContaining("is not contacted");
        }
        assertThat(other.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404})
    void anotherHostToWhichTheRegistryRedirectsMayNotNameATokenServer(int status) {
        registry.on("/v2/a/b/manifests/1", status(status));
        registry.on("/v2/", status(307, "Location", "http://" + other.name() + "/v2/"));
        other.on("/v2/", status(401, "WWW-Authenticate", "Bearer realm=\"http://" + other.name() + "/moved\""));
        issueToken(other);
        if (status == 404) {
            assertThat(registry.image(USER)).isEmpty();
        } else {
            assertThatExceptionOfType(ImageReadException.class).isThrownBy(() -> registry.image(USER));
        }
        assertThat(other.asked()).isEmpty();
    }

    @Test
    void aTokenServerWithoutTlsIsNotContacted() {
        registry.on("/v2/a/b/manifests/1", status(401, "WWW-Authenticate", "Bearer realm=\"http://tokens.example/\""));
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> registry.image(USER))
                .withMessageContaining("has no TLS");
    }

    @Test
    void aTokenServerAtAPortThatDoesNotExistIsNotContacted() {
        registry.on("/v2/a/b/manifests/1", status(401, "WWW-Authenticate", "Bearer realm=\"http://127.0.0.1:65536/\""));
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> registry.image(USER))
                .withMessageContaining("it names an address that is not HTTP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[::/?secret", "http://a b/?secret"})
    void anInvalidAddressOfATokenServerIsNoRedirect(String realm) {
        registry.on("/v2/a/b/manifests/1", status(401, "WWW-Authenticate", "Bearer realm=\"" + realm + "\""));
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> registry.image(USER))
                .withMessageContaining("the address of its token server is not valid")
                .withMessageNotContaining("secret");
    }

    private static InetAddress address(String literal) {
        return Objects.requireNonNull(IpAddresses.literal(literal));
    }

    @Test
    void theAddressesThatWereCheckedAreReturned() throws UnknownHostException {
        InMemoryDnsResolver names = new InMemoryDnsResolver();
        names.add("private.example", address("10.1.2.3"));
        names.add("both.example", address("93.184.216.34"), address("127.0.0.1"));
        names.add("public.example", address("93.184.216.34"));
        names.add("proxy.example", address("10.1.2.3"));
        PublicAddresses guarded = new PublicAddresses(names, Set.of("proxy.example"));
        assertThatExceptionOfType(ForbiddenAddressException.class).isThrownBy(() -> guarded.resolve("private.example"));
        assertThatExceptionOfType(ForbiddenAddressException.class).isThrownBy(() -> guarded.resolve("both.example"));
        assertThat(guarded.resolve("public.example")).hasSize(1);
        assertThat(guarded.resolve("proxy.example")).hasSize(1);
    }

    @Test
    void aHostIsLookedUpOnce() throws UnknownHostException {
        InMemoryDnsResolver names = new InMemoryDnsResolver();
        names.add("r.example", address("93.184.216.34"));
        PinnedAddresses pinned = new PinnedAddresses(names);
        InetAddress[] before = pinned.resolve("r.example");
        names.add("r.example", address("10.1.2.3"));
        assertThat(pinned.resolve("r.example")).isEqualTo(before);
    }
}
