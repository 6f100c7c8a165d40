package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.RedisServer;
import dev.restorer.spi.ShaStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that ask this client for a certificate, as Redis with TLS does unless it is told not to. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("long")
class ClientCertificateTest {

    private static final String FOR_CLIENTS = "eku=clientAuth";

    private static final String BOTH = "TLSv1.2 TLSv1.3";

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Certificates certificates;

    @SuppressWarnings("NullAway.Init")
    private static Certificate ofServer;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = Certificates.of("Test CA");
        ofServer = certificates.make("server", "san=ip:127.0.0.1", "-1d", 30);
        Certificate unused = certificates.make("client", FOR_CLIENTS, "-1d", 30);
    }

    @AfterEach
    void clearProperties() {
        KeyStoreProperties.clear();
    }

    private static void give(Path keyStore) {
        KeyStoreProperties.set(Map.of("", keyStore.toString(), "Password", Certificates.PASSWORD));
    }

    private static ShaStore open(RedisServer server) {
        return Stores.open("rediss://" + server.address() + "?namespace=a&ca=" + ofServer.ca());
    }

    private static void assertWorks(ShaStore store) {
        store.put("bp", "x", "1");
        assertThat(store.get("bp", "x")).contains("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void withANamedCaTheCertificateInTheKeyStoreOfTheJvmIsSent(String version) throws Exception {
        give(certificates.keyStore("client", "pkcs12", true));
        try (RedisServer server = TlsServers.startAsking(ofServer, version)) {
            assertWorks(open(server));
        }
    }

    @ParameterizedTest
    @CsvSource({"jks, JKS, SUN", "jceks, JCEKS, SunJCE"})
    void typeAndProviderOfTheKeyStoreCount(String type, String written, String provider) throws Exception {
        KeyStoreProperties.set(Map.of(
                "",
                certificates.keyStore("client", type, true).toString(),
                "Password",
                Certificates.PASSWORD,
                "Type",
                written,
                "Provider",
                provider));
        try (RedisServer server = TlsServers.startAsking(ofServer, BOTH)) {
            assertWorks(open(server));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void withoutAKeyStoreItIsToldHowToGiveOne(String version) {
        try (RedisServer server = TlsServers.startAsking(ofServer, version)) {
            Told.by(
                    () -> open(server),
                    server.address(),
                    "asks for a certificate of this client",
                    "let javax.net.ssl.keyStore name a key store");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aCertificateOfAnotherCaIsToldAsRefused(String version) throws Exception {
        Certificates others = Certificates.of("Another CA");
        Certificate unused = others.make("stranger", FOR_CLIENTS, "-1d", 30);
        give(others.keyStore("stranger", "pkcs12", true));
        assertToldAsRefused(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void anExpiredCertificateIsToldAsRefused(String version) throws Exception {
        Certificate unused = certificates.make("old-client", FOR_CLIENTS, "-9d", 2);
        give(certificates.keyStore("old-client", "pkcs12", true));
        assertToldAsRefused(version);
    }

    private static void assertToldAsRefused(String version) {
        try (RedisServer server = TlsServers.startAsking(ofServer, version)) {
            assertThat(Told.by(() -> open(server), server.address(), "certificate of this client"))
                    .hasMessageContaining("expired, of a CA that the server trusts");
        }
    }

    @Test
    void aKeyStoreWithoutAKeyIsTold() throws Exception {
        give(certificates.keyStore("client", "pkcs12", false));
        try (RedisServer server = TlsServers.startAsking(ofServer, BOTH)) {
            Told.by(() -> open(server), server.address(), "certificate of this client", "key store");
        }
    }

    @Test
    void aKeyStoreThatIsInNoFileIsNotLookedForInOne() {
        give(Path.of("NONE"));
        try (RedisServer server = TlsServers.start(ofServer)) {
            assertWorks(open(server));
        }
    }

    @Test
    void aWrongPasswordOfTheKeyStoreIsTold() throws Exception {
        Path keyStore = certificates.keyStore("client", "pkcs12", true);
        KeyStoreProperties.set(Map.of("", keyStore.toString(), "Password", Told.SECRET));
        assertKeyStoreIsTold("the key store \"" + keyStore + "\"", "password");
    }

    @Test
    void aKeyStoreThatIsNotThereIsTold() {
        give(folder.resolve("absent.p12"));
        assertKeyStoreIsTold("absent.p12", "correct javax.net.ssl.keyStore");
    }

    @Test
    void aFileThatIsNoKeyStoreIsTold() throws Exception {
        give(Files.writeString(folder.resolve("text.p12"), "text"));
        assertKeyStoreIsTold("text.p12", "correct javax.net.ssl.keyStore");
    }

    @Test
    void aTokenThatIsAFileIsTold() throws Exception {
        String keyStore = certificates.keyStore("client", "pkcs12", true).toString();
        KeyStoreProperties.set(Map.of("", keyStore, "Type", "PKCS11"));
        assertKeyStoreIsTold("PKCS11", "correct javax.net.ssl.keyStore");
    }

    private static void assertKeyStoreIsTold(String... parts) {
        Told.by(() -> Stores.open("rediss://" + Stores.NOBODY + "?namespace=a&ca=" + ofServer.ca()), parts);
    }
}
