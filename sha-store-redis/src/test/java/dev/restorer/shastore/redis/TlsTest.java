package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.RedisServer;
import dev.restorer.spi.ShaStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** TLS, with certificates that are right and wrong. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TlsTest {

    private static final String LOOPBACK = "san=ip:127.0.0.1";

    private static final String QUICK = "&connect-timeout=PT0.5S";

    @TempDir
    static Path folder;

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
    void aCertificateOfANamedCaIsTrusted() throws Exception {
        try (RedisServer server = TlsServers.start(certificates.make("server", LOOPBACK, "-1d", 30))) {
            ShaStore store = open(server.address());
            store.put("bp", "x", "1");
            assertThat(store.get("bp", "x")).contains("1");
        }
    }

    @Test
    void aHostNameIsHeldAgainstTheCertificateToo() throws Exception {
        try (RedisServer server = TlsServers.start(certificates.make("named", "san=dns:localhost", "-1d", 30))) {
            assertThat(open("localhost:" + server.port()).get("bp", "x")).isEmpty();
        }
    }

    @Test
    void aCertificateOfNoTrustedCaIsTold() throws Exception {
        try (RedisServer server = TlsServers.start(certificates.make("server", LOOPBACK, "-1d", 30))) {
            String uri = "rediss://:" + Told.SECRET + "@" + server.address() + "?namespace=a";
            Told.by(
                    () -> Stores.open(uri),
                    server.address(),
                    "is not accepted: \"unable to find valid certification path",
                    "ca=/a/file.pem");
        }
    }

    @Test
    void aCertificateOfAnotherHostIsTold() throws Exception {
        try (RedisServer server = TlsServers.start(certificates.make("other", "san=dns:example.org", "-1d", 30))) {
            Told.by(
                    () -> open(server.address()),
                    server.address(),
                    "is not accepted: \"No subject alternative names matching IP address 127.0.0.1",
                    "write the host");
        }
    }

    @Test
    void aCertificateThatIsNotForServersIsTold() throws Exception {
        try (RedisServer server = TlsServers.start(certificates.make("client", "eku=clientAuth", "-1d", 30))) {
            Told.by(
                    () -> open(server.address()),
                    server.address() + " has a certificate that is not accepted: \"Extended key usage");
        }
    }

    @Test
    void anExpiredCertificateIsTold() throws Exception {
        try (RedisServer server = TlsServers.start(certificates.make("old", LOOPBACK, "-9d", 2))) {
            Told.by(() -> open(server.address()), server.address(), "is not accepted: \"NotAfter", "Renew");
        }
    }

    @Test
    void aServerWithoutTlsIsTold() {
        try (RedisServer server = RedisServer.start()) {
            Told.by(
                    () -> open(server.address(), QUICK),
                    server.address() + " did not agree on TLS within PT0.5S",
                    "write redis in place of rediss");
        }
    }

    @Test
    void aServerThatAnswersTlsWithAnErrorIsTold() {
        try (FakeServer server = FakeServer.answering("-ERR unknown command\r\n")) {
            Told.by(
                    () -> open(server.address()),
                    server.address() + " and this JVM do not agree on TLS: \"Unsupported or unrecognized SSL message\"",
                    "write redis in place of rediss");
        }
    }

    @Test
    void aServerWithTlsThatIsAskedWithoutIsTold() throws Exception {
        try (RedisServer server = TlsServers.start(certificates.make("server", LOOPBACK, "-1d", 30))) {
            Told.by(() -> Stores.open("redis://" + server.address() + "?namespace=a"), server.address(), "rediss");
        }
    }

    @Test
    void aServerThatAsksForACertificateOfTheClientIsTold() throws Exception {
        try (RedisServer server = TlsServers.start(certificates.make("server", LOOPBACK, "-1d", 30))) {
            TlsServers.send(server, certificates.ca(), "CONFIG", "SET", "tls-auth-clients", "yes");
            Told.by(
                    () -> open(server.address()),
                    server.address(),
                    "asks for a certificate of this client",
                    "keyStore");
        }
    }

    @Test
    void aServerThatHangsInTheMiddleOfTheHandshakeIsTold() {
        try (FakeServer server = FakeServer.answering()) {
            Told.by(() -> open(server.address(), QUICK), server.address(), "within PT0.5S", "connect-timeout=");
        }
    }

    @Test
    void aFileThatHoldsNoCertificateIsTold() throws Exception {
        Path file = Files.writeString(folder.resolve("no.crt"), "no certificate");
        Told.by(
                () -> Stores.open("rediss://127.0.0.1?namespace=a&ca=" + file),
                file.toString(),
                "o certificate",
                "PEM");
    }
}
