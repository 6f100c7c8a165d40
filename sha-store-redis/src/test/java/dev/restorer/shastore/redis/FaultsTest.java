package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.RedisServer;
import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Server faults, each of which is reported with the address. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultsTest {

    private static final String SHORT_CONNECT_TIMEOUT = "&connect-timeout=PT0.5S";
    private static final String SHORT_TIMEOUT = "&timeout=PT1S";
    private static final String PONG = "+PONG\r\n";
    private static final String NO_VALUE = "*1\r\n$-1\r\n";
    private static final String EMPTY_TRANSACTION = "+OK\r\n+OK\r\n";

    private static ShaStore open(String address) {
        return open(address, "");
    }

    private static ShaStore open(String address, String more) {
        return Stores.open("redis://:" + ExpectedFailure.SECRET + "@" + address + "?namespace=a" + more);
    }

    private static ShaStore openWithoutLogin(String address) {
        return openWithoutLogin(address, "");
    }

    private static ShaStore openWithoutLogin(String address, String more) {
        return Stores.open("redis://" + address + "?namespace=a" + more);
    }

    @Test
    void aPortWithoutAServer() {
        ExpectedFailure.of(
                () -> open(Stores.UNUSED_ADDRESS),
                Stores.UNUSED_ADDRESS + " cannot be reached: \"Connection refused\"",
                "Start the server");
    }

    @Test
    void anUnknownHost() {
        String host = "no-such-host.invalid";
        String message =
                ExpectedFailure.of(() -> open(host + ":6379"), host + ":6379").getMessage();
        // If the name server is unreachable, the lookup may not end before the deadline.
        assertThat(message)
                .containsAnyOf(
                        "its host is unknown. Start the server, or correct host", "within PT2S. Check that " + host);
    }

    @Test
    void aServerThatNeverReplies() {
        try (FakeServer server = FakeServer.answering()) {
            ExpectedFailure.of(
                    () -> open(server.address(), SHORT_CONNECT_TIMEOUT),
                    server.address() + " did not reply within PT0.5S",
                    "connect-timeout=");
        }
    }

    @Test
    void aServerThatHangsDuringAGet() {
        try (FakeServer server = FakeServer.answering(PONG, NO_VALUE)) {
            ShaStore store = openWithoutLogin(server.address(), SHORT_TIMEOUT);
            ExpectedFailure.of(
                    () -> store.get("bp", "x"),
                    server.address() + " did not reply within PT1S",
                    "more time with timeout=");
        }
    }

    @Test
    void aServerThatStopsReadingDuringAPut() {
        try (FakeServer server = FakeServer.answering(PONG, NO_VALUE, EMPTY_TRANSACTION)) {
            ShaStore store = openWithoutLogin(server.address(), SHORT_TIMEOUT);
            Map<String, String> large = IntStream.range(0, 20)
                    .boxed()
                    .collect(Collectors.toMap(i -> "layer-" + i, i -> "x".repeat(50_000)));
            ExpectedFailure.of(() -> store.putAll("bp", large), server.address() + " did not reply within PT1S");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"$2147483647\r\n", "*2147483647\r\n", "%2147483647\r\n"})
    void aReplyWithASizeThatNoMemoryHolds(String reply) {
        try (FakeServer server = FakeServer.answering(reply)) {
            ShaStoreException failure = ExpectedFailure.of(
                    () -> openWithoutLogin(server.address()),
                    server.address()
                            + " sends a reply that is too large, or nested too deeply, for the memory of the JVM");
            assertThat(failure).hasCauseInstanceOf(OutOfMemoryError.class);
        }
    }

    @Test
    void aReplyThatIsNestedWithoutEnd() {
        try (FakeServer server = FakeServer.answering("*1\r\n".repeat(1_000_000))) {
            ExpectedFailure.of(
                    () -> openWithoutLogin(server.address()),
                    server.address()
                            + " sends a reply that is too large, or nested too deeply, for the memory of the JVM");
        }
    }

    @Test
    void aServerThatRepliesByteByByte() {
        try (FakeServer server = FakeServer.doing((in, out) -> {
            while (true) {
                out.write('+');
                out.flush();
                Thread.sleep(50);
            }
        })) {
            ExpectedFailure.of(
                    () -> open(server.address(), SHORT_CONNECT_TIMEOUT),
                    server.address() + " did not reply within PT0.5S");
        }
    }

    @Test
    void aServerThatHangsAndContinues() {
        try (RedisServer server = RedisServer.start()) {
            ShaStore store = openWithoutLogin(server.address(), SHORT_TIMEOUT);
            server.pause();
            ExpectedFailure.of(() -> store.put("bp", "x", "1"), server.address() + " did not reply within PT1S");
            server.resume();
            store.put("bp", "x", "2");
            assertThat(store.get("bp", "x")).contains("2");
        }
    }

    @Test
    void aServerThatIsKilledAndRestarted() throws Exception {
        try (RedisServer server = RedisServer.start()) {
            ShaStore store = openWithoutLogin(server.address());
            store.put("bp", "x", "1");
            server.kill();
            ExpectedFailure.of(() -> store.put("bp", "x", "2"), server.address() + " closed the connection", "its log");
            ExpectedFailure.of(
                    () -> store.get("bp", "x"), server.address() + " cannot be reached: \"Connection refused\"");
            server.startAgain();
            store.put("bp", "x", "3");
            assertThat(store.get("bp", "x")).contains("3");
        }
    }

    @Test
    void aServerThatIsOutOfMemory() {
        try (RedisServer server = RedisServer.start("maxmemory", "1", "maxmemory-policy", "noeviction")) {
            ShaStore store = openWithoutLogin(server.address());
            ExpectedFailure.of(() -> store.put("bp", "x", "1"), server.address() + " replied \"OOM", "maxmemory");
            assertThat(Admin.send(server, "DBSIZE")).isEqualTo(0L);
        }
    }

    @Test
    void aReadOnlyReplica() {
        try (RedisServer master = RedisServer.start();
                RedisServer replica = RedisServer.start("replicaof", "127.0.0.1 " + master.port())) {
            ShaStore store = openWithoutLogin(replica.address());
            ExpectedFailure.of(
                    () -> store.put("bp", "x", "1"),
                    replica.address() + " replied \"READONLY",
                    "Name the server's master");
        }
    }

    @Test
    void aKeyOfAnotherTypeWithTheSameName() {
        try (RedisServer server = RedisServer.start()) {
            Admin.send(server, "SET", "restorer:{a}:bp", "other");
            ShaStore store = openWithoutLogin(server.address());
            ExpectedFailure.of(() -> store.put("bp", "x", "1"), server.address() + " replied \"WRONGTYPE", "namespace");
            ExpectedFailure.of(() -> store.get("bp", "x"), server.address() + " replied \"WRONGTYPE");
            assertThat(Admin.send(server, "GET", "restorer:{a}:bp")).isEqualTo("other");
        }
    }

    @Test
    void aServerThatIsLoading() {
        try (FakeServer server = FakeServer.answering("-LOADING Redis is loading the dataset in memory\r\n")) {
            ExpectedFailure.of(
                    () -> openWithoutLogin(server.address()), server.address() + " replied \"LOADING", "Run it again");
        }
    }

    @Test
    void anErrorBeforeTheLoginIsReported() {
        try (FakeServer full = FakeServer.rejecting("-ERR max number of clients reached\r\n");
                FakeServer closed = FakeServer.rejecting("-DENIED Redis is running in protected mode\r\n")) {
            ExpectedFailure.of(
                    () -> open(full.address()), full.address() + " replied \"ERR max number of clients", "maxclients");
            ExpectedFailure.of(
                    () -> open(closed.address()), closed.address() + " replied \"DENIED", "protected-mode no");
        }
    }

    @Test
    void theCauseOfAnAbortedTransactionIsReported() {
        String queued = "+OK\r\n+QUEUED\r\n+QUEUED\r\n";
        String refused = "-EXECABORT Transaction discarded because of: READONLY You can't write against it.\r\n";
        try (FakeServer server = FakeServer.answering(PONG, NO_VALUE, EMPTY_TRANSACTION, queued + refused)) {
            ShaStore store = openWithoutLogin(server.address());
            ExpectedFailure.of(() -> store.put("bp", "x", "1"), server.address() + " replied \"READONLY");
        }
    }

    @Test
    void aClusterNodeWithTheSchemeOfASingleServer() {
        try (FakeServer server = FakeServer.answering(PONG, "-MOVED 1 10.0.0.1:6379\r\n")) {
            ExpectedFailure.of(
                    () -> openWithoutLogin(server.address()),
                    server.address() + " replied \"MOVED",
                    "redis-cluster://");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 400 Bad Request\r\n\r\n", "$-1\r\n", "*0\r\n", ":1\r\n", "+PONG\r\n+PONG\r\n"})
    void aServerThatIsNotRedis(String reply) {
        try (FakeServer server = FakeServer.answering(reply)) {
            ExpectedFailure.of(
                    () -> openWithoutLogin(server.address()),
                    server.address() + " does not reply like a Redis server",
                    "host and port");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-MOVED\r\n", "-MOVED x y\r\n", "-ASK 1\r\n"})
    void malformedRedirections(String refusal) {
        try (FakeServer server = FakeServer.answering(PONG, refusal)) {
            ExpectedFailure.of(() -> openWithoutLogin(server.address()), server.address());
        }
    }

    @Test
    void theErrorMessageOfAHostileServerIsEscapedAndShortened() {
        String text = "-EVIL \u001b[2J\u0007" + "x".repeat(3_000) + "\r\n";
        try (FakeServer server = FakeServer.answering(text)) {
            String message = ExpectedFailure.of(
                            () -> openWithoutLogin(server.address()), server.address() + " replied \"EVIL \\x1b[2J")
                    .getMessage();
            assertThat(message).hasSizeLessThan(500).doesNotContainPattern("\\p{Cntrl}");
        }
    }

    @Test
    void anErrorMessageWithThePasswordIsNotShown() {
        String text = "-ERR unknown command `AUTH`, with args beginning with: `" + ExpectedFailure.SECRET + "`\r\n";
        try (FakeServer server = FakeServer.answering(text + "-ERR\r\n")) {
            ExpectedFailure.of(
                    () -> open(server.address()), server.address() + " replied with an error that is not shown");
        }
    }

    @Test
    void aServerThatClosesAtOnce() {
        try (FakeServer server = FakeServer.doing((in, out) -> {})) {
            ExpectedFailure.of(() -> open(server.address()), server.address() + " closed the connection", "rediss");
        }
    }

    @Test
    void aTlsAlertIsRecognized() {
        String alert = new String(new byte[] {0x15, 3, 1, 0, 2, 2, 70}, StandardCharsets.ISO_8859_1);
        try (FakeServer server = FakeServer.answering(alert)) {
            ExpectedFailure.of(
                    () -> openWithoutLogin(server.address()), server.address() + " uses TLS", "Write rediss");
        }
    }

    @Test
    void anInterruptIsReportedAndPreserved() {
        try (RedisServer server = RedisServer.start()) {
            ShaStore store = openWithoutLogin(server.address());
            Thread.currentThread().interrupt();
            ExpectedFailure.of(() -> store.get("bp", "x"), server.address(), "interrupted");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(store.get("bp", "x")).isEmpty();
        }
    }
}
