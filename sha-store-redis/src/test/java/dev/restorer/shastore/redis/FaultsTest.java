package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.RedisServer;
import dev.restorer.spi.ShaStore;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be wrong with a server, each told with its address. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultsTest {

    private static final String QUICK = "&connect-timeout=PT0.5S";
    private static final String QUICK_ONCE_OPEN = "&timeout=PT1S";
    private static final String PONG = "+PONG\r\n";
    private static final String NOTHING = "*1\r\n$-1\r\n";
    private static final String BEGUN_AND_LEFT = "+OK\r\n+OK\r\n";

    private static ShaStore open(String address) {
        return open(address, "");
    }

    private static ShaStore open(String address, String more) {
        return Stores.open("redis://:" + Told.SECRET + "@" + address + "?namespace=a" + more);
    }

    private static ShaStore openWithoutLogin(String address) {
        return openWithoutLogin(address, "");
    }

    private static ShaStore openWithoutLogin(String address, String more) {
        return Stores.open("redis://" + address + "?namespace=a" + more);
    }

    @Test
    void aPortAtWhichNobodyListens() {
        Told.by(
                () -> open(Stores.NOBODY),
                Stores.NOBODY + " cannot be connected to: \"Connection refused\"",
                "Start the server");
    }

    @Test
    void aHostThatIsNotKnown() {
        String host = "no-such-host.invalid";
        String message = Told.by(() -> open(host + ":6379"), host + ":6379").getMessage();
        // A name server that cannot be reached may take longer to say so than the time that there is.
        assertThat(message)
                .containsAnyOf(
                        "its host is not known. Start the server, or correct host", "within PT2S. See whether " + host);
    }

    @Test
    void aServerThatAcceptsAndNeverAnswers() {
        try (FakeServer server = FakeServer.answering()) {
            Told.by(
                    () -> open(server.address(), QUICK),
                    server.address() + " gave no answer within PT0.5S",
                    "connect-timeout=");
        }
    }

    @Test
    void aServerThatHangsWhenItIsAskedForSomething() {
        try (FakeServer server = FakeServer.answering(PONG, NOTHING)) {
            ShaStore store = openWithoutLogin(server.address(), QUICK_ONCE_OPEN);
            Told.by(
                    () -> store.get("bp", "x"),
                    server.address() + " gave no answer within PT1S",
                    "more time with timeout=");
        }
    }

    @Test
    void aServerThatStopsReadingWhatIsPut() {
        try (FakeServer server = FakeServer.answering(PONG, NOTHING, BEGUN_AND_LEFT)) {
            ShaStore store = openWithoutLogin(server.address(), QUICK_ONCE_OPEN);
            Map<String, String> large = IntStream.range(0, 20)
                    .boxed()
                    .collect(Collectors.toMap(i -> "layer-" + i, i -> "x".repeat(50_000)));
            Told.by(() -> store.putAll("bp", large), server.address() + " gave no answer within PT1S");
        }
    }

    @Test
    void aServerThatAnswersByteByByte() {
        try (FakeServer server = FakeServer.doing((in, out) -> {
            while (true) {
                out.write('+');
                out.flush();
                Thread.sleep(50);
            }
        })) {
            Told.by(() -> open(server.address(), QUICK), server.address() + " gave no answer within PT0.5S");
        }
    }

    @Test
    void aServerThatHangsAndGoesOn() {
        try (RedisServer server = RedisServer.start()) {
            ShaStore store = openWithoutLogin(server.address(), QUICK_ONCE_OPEN);
            server.pause();
            Told.by(() -> store.put("bp", "x", "1"), server.address() + " gave no answer within PT1S");
            server.resume();
            store.put("bp", "x", "2");
            assertThat(store.get("bp", "x")).contains("2");
        }
    }

    @Test
    void aServerThatStopsInTheMiddleAndComesBack() throws Exception {
        try (RedisServer server = RedisServer.start()) {
            ShaStore store = openWithoutLogin(server.address());
            store.put("bp", "x", "1");
            server.kill();
            Told.by(() -> store.put("bp", "x", "2"), server.address() + " closed the connection", "its log");
            Told.by(() -> store.get("bp", "x"), server.address() + " cannot be connected to: \"Connection refused\"");
            server.startAgain();
            store.put("bp", "x", "3");
            assertThat(store.get("bp", "x")).contains("3");
        }
    }

    @Test
    void aServerThatIsFull() {
        try (RedisServer server = RedisServer.start("maxmemory", "1", "maxmemory-policy", "noeviction")) {
            ShaStore store = openWithoutLogin(server.address());
            Told.by(() -> store.put("bp", "x", "1"), server.address() + " answered \"OOM", "maxmemory");
            assertThat(Admin.send(server, "DBSIZE")).isEqualTo(0L);
        }
    }

    @Test
    void aReadOnlyReplica() {
        try (RedisServer master = RedisServer.start();
                RedisServer replica = RedisServer.start("replicaof", "127.0.0.1 " + master.port())) {
            ShaStore store = openWithoutLogin(replica.address());
            Told.by(
                    () -> store.put("bp", "x", "1"),
                    replica.address() + " answered \"READONLY",
                    "Name the server's master");
        }
    }

    @Test
    void anotherProgramsKeyAtOurPlace() {
        try (RedisServer server = RedisServer.start()) {
            Admin.send(server, "SET", "restorer:{a}:bp", "other");
            ShaStore store = openWithoutLogin(server.address());
            Told.by(() -> store.put("bp", "x", "1"), server.address() + " answered \"WRONGTYPE", "namespace");
            Told.by(() -> store.get("bp", "x"), server.address() + " answered \"WRONGTYPE");
            assertThat(Admin.send(server, "GET", "restorer:{a}:bp")).isEqualTo("other");
        }
    }

    @Test
    void aServerThatIsLoading() {
        try (FakeServer server = FakeServer.answering("-LOADING Redis is loading the dataset in memory\r\n")) {
            Told.by(() -> openWithoutLogin(server.address()), server.address() + " answered \"LOADING", "Run it again");
        }
    }

    @Test
    void aServerThatTurnsAwayBeforeTheLoginIsReadSaysWhy() {
        try (FakeServer full = FakeServer.turningAway("-ERR max number of clients reached\r\n");
                FakeServer closed = FakeServer.turningAway("-DENIED Redis is running in protected mode\r\n")) {
            Told.by(() -> open(full.address()), full.address() + " answered \"ERR max number of clients", "maxclients");
            Told.by(() -> open(closed.address()), closed.address() + " answered \"DENIED", "protected-mode no");
        }
    }

    @Test
    void whyAWholeTransactionWasRefusedIsTold() {
        String queued = "+OK\r\n+QUEUED\r\n+QUEUED\r\n";
        String refused = "-EXECABORT Transaction discarded because of: READONLY You can't write against it.\r\n";
        try (FakeServer server = FakeServer.answering(PONG, NOTHING, BEGUN_AND_LEFT, queued + refused)) {
            ShaStore store = openWithoutLogin(server.address());
            Told.by(() -> store.put("bp", "x", "1"), server.address() + " answered \"READONLY");
        }
    }

    @Test
    void aNodeOfAClusterThatIsTakenForOneServer() {
        try (FakeServer server = FakeServer.answering(PONG, "-MOVED 1 10.0.0.1:6379\r\n")) {
            Told.by(
                    () -> openWithoutLogin(server.address()),
                    server.address() + " answered \"MOVED",
                    "redis-cluster://");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 400 Bad Request\r\n\r\n", "$-1\r\n", "*0\r\n", ":1\r\n", "+PONG\r\n+PONG\r\n"})
    void whatIsNoRedis(String reply) {
        try (FakeServer server = FakeServer.answering(reply)) {
            Told.by(
                    () -> openWithoutLogin(server.address()),
                    server.address() + " does not answer as Redis does",
                    "host and port");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-MOVED\r\n", "-MOVED x y\r\n", "-ASK 1\r\n"})
    void refusalsThatHaveNotTheirForm(String refusal) {
        try (FakeServer server = FakeServer.answering(PONG, refusal)) {
            Told.by(() -> openWithoutLogin(server.address()), server.address());
        }
    }

    @Test
    void theErrorTextOfAHostileServerIsShownEscapedAndCut() {
        String text = "-EVIL \u001b[2J\u0007" + "x".repeat(3_000) + "\r\n";
        try (FakeServer server = FakeServer.answering(text)) {
            String message = Told.by(
                            () -> openWithoutLogin(server.address()), server.address() + " answered \"EVIL \\x1b[2J")
                    .getMessage();
            assertThat(message).hasSizeLessThan(500).doesNotContainPattern("\\p{Cntrl}");
        }
    }

    @Test
    void anErrorTextThatRepeatsThePasswordIsNotShown() {
        String text = "-ERR unknown command `AUTH`, with args beginning with: `" + Told.SECRET + "`\r\n";
        try (FakeServer server = FakeServer.answering(text + "-ERR\r\n")) {
            Told.by(() -> open(server.address()), server.address() + " answered what is not shown");
        }
    }

    @Test
    void aServerThatClosesAtOnce() {
        try (FakeServer server = FakeServer.doing((in, out) -> {})) {
            Told.by(() -> open(server.address()), server.address() + " closed the connection", "rediss");
        }
    }

    @Test
    void aTlsAlertIsKnown() {
        String alert = new String(new byte[] {0x15, 3, 1, 0, 2, 2, 70}, StandardCharsets.ISO_8859_1);
        try (FakeServer server = FakeServer.answering(alert)) {
            Told.by(() -> openWithoutLogin(server.address()), server.address() + " speaks TLS", "Write rediss");
        }
    }

    @Test
    void anInterruptIsToldAndKept() {
        try (RedisServer server = RedisServer.start()) {
            ShaStore store = openWithoutLogin(server.address());
            Thread.currentThread().interrupt();
            Told.by(() -> store.get("bp", "x"), server.address(), "interrupted");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(store.get("bp", "x")).isEmpty();
        }
    }
}
