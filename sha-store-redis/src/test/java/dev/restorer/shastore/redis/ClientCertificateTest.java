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

/** Servers that require a client certificate, which is the default of Redis with TLS. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("long")
class ClientCertificateTest {

    private static final String FOR_CLIENTS = "eku=clientAuth";

    private static final String BOTH = "TLSv1.2 TLSv1.3";

    @TempDir
    static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static Certificates certificates;

    @SuppressWarnings("NullAway.Init")
    private static Certificate ofServer;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = Certificates.of("Test CA");
        ofServer = certificates.create("server", "san=ip:127.0.0.1", "-1d", 30);
        Certificate unused = certificates.create("client", FOR_CLIENTS, "-1d", 30);
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
    void withTheOptionCaTheCertificateOfTheJvmKeyStoreIsSent(String version) throws Exception {
        give(certificates.keyStore("client", "pkcs12", true));
        try (RedisServer server = TlsServers.startRequiringClientCertificate(ofServer, version)) {
            assertWorks(open(server));
        }
    }

    @ParameterizedTest
    @CsvSource({"jks, JKS, SUN", "jceks, JCEKS, SunJCE"})
    void typeAndProviderOfTheKeyStoreAreUsed(String type, String written, String provider) throws Exception {
        KeyStoreProperties.set(Map.of(
                "",
                certificates.keyStore("client", type, true).toString(),
                "Password",
                Certificates.PASSWORD,
                "Type",
                written,
                "Provider",
                provider));
        try (RedisServer server = TlsServers.startRequiringClientCertificate(ofServer, BOTH)) {
            assertWorks(open(server));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void withoutAKeyStoreTheRemedyNamesTheProperty(String version) {
        try (RedisServer server = TlsServers.startRequiringClientCertificate(ofServer, version)) {
            ExpectedFailure.of(
                    () -> open(server),
                    server.address(),
                    "requires a client certificate",
                    "set javax.net.ssl.keyStore to a key store");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aCertificateOfAnotherCaIsReportedAsRejected(String version) throws Exception {
        Certificates others = Certificates.of("Another CA");
        Certificate unused = others.create("stranger", FOR_CLIENTS, "-1d", 30);
        give(others.keyStore("stranger", "pkcs12", true));
        assertReportedAsRejected(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void anExpiredCertificateIsReportedAsRejected(String version) throws Exception {
        Certificate unused = certificates.create("old-client", FOR_CLIENTS, "-9d", 2);
        give(certificates.keyStore("old-client", "pkcs12", true));
        assertReportedAsRejected(version);
    }

    private static void assertReportedAsRejected(String version) {
        try (RedisServer server = TlsServers.startRequiringClientCertificate(ofServer, version)) {
            assertThat(ExpectedFailure.of(() -> open(server), server.address(), "client certificate"))
                    .hasMessageContaining("expired, of a CA that the server trusts");
        }
    }

    @Test
    void aKeyStoreWithoutAKeyIsReported() throws Exception {
        give(certificates.keyStore("client", "pkcs12", false));
        try (RedisServer server = TlsServers.startRequiringClientCertificate(ofServer, BOTH)) {
            ExpectedFailure.of(() -> open(server), server.address(), "client certificate", "key store");
        }
    }

    @Test
    void theKeyStoreNoneIsNotAFile() {
        give(Path.of("NONE"));
        try (RedisServer server = TlsServers.start(ofServer)) {
            assertWorks(open(server));
        }
    }

    @Test
    void aWrongPasswordOfTheKeyStoreIsReported() throws Exception {
        Path keyStore = certificates.keyStore("client", "pkcs12", true);
        KeyStoreProperties.set(Map.of("", keyStore.toString(), "Password", ExpectedFailure.SECRET));
        assertKeyStoreIsReported("the key store \"" + keyStore + "\"", "password");
    }

    @Test
    void aMissingKeyStoreIsReported() {
        give(directory.resolve("absent.p12"));
        assertKeyStoreIsReported("absent.p12", "correct javax.net.ssl.keyStore");
    }

    @Test
    void aFileThatIsNotAKeyStoreIsReported() throws Exception {
        give(Files.writeString(directory.resolve("text.p12"), "text"));
        assertKeyStoreIsReported("text.p12", "correct javax.net.ssl.keyStore");
    }

    @Test
    void aTokenThatIsAFileIsReported() throws Exception {
        String keyStore = certificates.keyStore("client", "pkcs12", true).toString();
        KeyStoreProperties.set(Map.of("", keyStore, "Type", "PKCS11"));
        assertKeyStoreIsReported("PKCS11", "correct javax.net.ssl.keyStore");
    }

    private static void assertKeyStoreIsReported(String... parts) {
        ExpectedFailure.of(
                () -> Stores.open("rediss://" + Stores.UNUSED_ADDRESS + "?namespace=a&ca=" + ofServer.ca()), parts);
    }
}
