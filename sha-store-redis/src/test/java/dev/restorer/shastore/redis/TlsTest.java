package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.RedisServer;
import dev.restorer.spi.ShaStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** TLS, with valid and invalid certificates. */
@Tag("long")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TlsTest {

    private static final String LOOPBACK = "san=ip:127.0.0.1";

    private static final String SHORT_CONNECT_TIMEOUT = "&connect-timeout=PT0.5S";

    @TempDir
    static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static Certificates certificates;

    @BeforeAll
    static void makeCa() throws Exception {
        certificates = Certificates.of("Test CA");
    }

    private static ShaStore open(String address) {
        return open(address, "");
    }

    private static ShaStore open(String address, String more) {
        return Stores.open("rediss://" + address + "?namespace=a" + more + "&ca=" + certificates.ca());
    }

    @Test
    void aCertificateOfTheCaFileIsTrusted() throws Exception {
        try (RedisServer server = TlsServers.start(certificates.create("server", LOOPBACK, "-1d", 30))) {
            ShaStore store = open(server.address());
            store.put("bp", "x", "1");
            assertThat(store.get("bp", "x")).contains("1");
        }
    }

    @Test
    void aHostNameIsVerified() throws Exception {
        try (RedisServer server = TlsServers.start(certificates.create("named", "san=dns:localhost", "-1d", 30))) {
            assertThat(open("localhost:" + server.port()).get("bp", "x")).isEmpty();
        }
    }

    @Test
    void aCertificateOfAnUntrustedCaIsReported() throws Exception {
        try (RedisServer server = TlsServers.start(certificates.create("server", LOOPBACK, "-1d", 30))) {
            String uri = "rediss://:" + ExpectedFailure.SECRET + "@" + server.address() + "?namespace=a";
            ExpectedFailure.of(
                    () -> Stores.open(uri),
                    server.address(),
                    "is rejected: \"unable to find valid certification path",
                    "ca=/a/file.pem");
        }
    }

    @Test
    void aCertificateOfAnotherHostIsReported() throws Exception {
        try (RedisServer server = TlsServers.start(certificates.create("other", "san=dns:example.org", "-1d", 30))) {
            ExpectedFailure.of(
                    () -> open(server.address()),
                    server.address(),
                    "is rejected: \"No subject alternative names matching IP address 127.0.0.1",
                    "write the host");
        }
    }

    @Test
    void aClientCertificateOfAServerIsReported() throws Exception {
        try (RedisServer server = TlsServers.start(certificates.create("client", "eku=clientAuth", "-1d", 30))) {
            ExpectedFailure.of(
                    () -> open(server.address()),
                    server.address() + " has a certificate that is rejected: \"Extended key usage");
        }
    }

    @Test
    void anExpiredCertificateIsReported() throws Exception {
        try (RedisServer server = TlsServers.start(certificates.create("old", LOOPBACK, "-9d", 2))) {
            ExpectedFailure.of(() -> open(server.address()), server.address(), "is rejected: \"NotAfter", "Renew");
        }
    }

    @Test
    void aServerWithoutTlsIsReported() {
        try (RedisServer server = RedisServer.start()) {
            ExpectedFailure.of(
                    () -> open(server.address(), SHORT_CONNECT_TIMEOUT),
                    server.address() + " did not complete the TLS handshake within PT0.5S",
                    "write redis instead of rediss");
        }
    }

    @Test
    void aServerThatRepliesToTlsWithAnErrorIsReported() {
        try (FakeServer server = FakeServer.answering("-ERR unknown command\r\n")) {
            ExpectedFailure.of(
                    () -> open(server.address()),
                    server.address()
                            + " and this JVM cannot establish TLS: \"Unsupported or unrecognized SSL message\"",
                    "write redis instead of rediss");
        }
    }

    @Test
    void aServerWithTlsIsReportedWithoutTls() throws Exception {
        try (RedisServer server = TlsServers.start(certificates.create("server", LOOPBACK, "-1d", 30))) {
            ExpectedFailure.of(
                    () -> Stores.open("redis://" + server.address() + "?namespace=a"), server.address(), "rediss");
        }
    }

    @Test
    void aServerThatRequiresAClientCertificateIsReported() throws Exception {
        try (RedisServer server = TlsServers.start(certificates.create("server", LOOPBACK, "-1d", 30))) {
            TlsServers.send(server, certificates.ca(), "CONFIG", "SET", "tls-auth-clients", "yes");
            ExpectedFailure.of(
                    () -> open(server.address()), server.address(), "requires a client certificate", "keyStore");
        }
    }

    @Test
    void aServerThatHangsDuringTheHandshakeIsReported() {
        try (FakeServer server = FakeServer.answering()) {
            ExpectedFailure.of(
                    () -> open(server.address(), SHORT_CONNECT_TIMEOUT),
                    server.address(),
                    "within PT0.5S",
                    "connect-timeout=");
        }
    }

    @Test
    void aFileWithoutACertificateIsReported() throws Exception {
        Path file = Files.writeString(directory.resolve("no.crt"), "no certificate");
        ExpectedFailure.of(
                () -> Stores.open("rediss://127.0.0.1?namespace=a&ca=" + file),
                file.toString(),
                "o certificate",
                "PEM");
    }
}
