package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.restorer.fixtures.RedisServer;
import dev.restorer.spi.ShaStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Users, passwords and databases, against a server that asks for a password. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LoginTest {

    private static final String ODD = "p@ss:w/o?r#d%ü&+ ";

    @AutoClose
    @SuppressWarnings("NullAway.Init")
    private static RedisServer server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        server = RedisServer.start("requirepass", Told.SECRET);
        admin("ACL", "SETUSER", "odd", "on", ">" + ODD, "~*", "+@all");
        admin("ACL", "SETUSER", "nobody", "on", ">" + Told.SECRET, "~*", "+ping");
        admin(
                "ACL",
                "SETUSER",
                "reader",
                "on",
                ">" + Told.SECRET,
                "~restorer:*",
                "+ping",
                "+hmget",
                "+multi",
                "+discard",
                "+exec");
        user("looker", "+ping", "+hmget");
        user("untied", "+ping", "+hmget", "+hset");
        user("endless", "+ping", "+hmget", "+hset", "+multi", "+discard", "+exec");
        user("stuck", "+ping", "+hmget", "+hset", "+multi", "+discard", "+pexpire");
        user("least", "+ping", "+hmget", "+hset", "+multi", "+discard", "+exec", "+pexpire");
        user("told", Refusals.COMMANDS.stream().map(command -> "+" + command).toArray(String[]::new));
    }

    private static void user(String name, String... more) {
        List<String> arguments = Stream.concat(
                        Stream.of("SETUSER", name, "on", ">" + Told.SECRET, "~restorer:*"), Stream.of(more))
                .toList();
        assertThat(admin("ACL", arguments.toArray(String[]::new))).isEqualTo("OK");
    }

    private static Object admin(String command, String... arguments) {
        return Admin.send(server.port(), List.of(Told.SECRET), command, arguments);
    }

    private static ShaStore open(String login, String more) {
        return Stores.open("redis://" + login + server.address() + more);
    }

    private static void putAndGet(ShaStore store) {
        store.put("bp", "x", "1");
        assertThat(store.get("bp", "x")).contains("1");
    }

    @Test
    void theDefaultUserHasAPasswordAlone() {
        putAndGet(open(":" + Told.SECRET + "@", "?namespace=a"));
    }

    @Test
    void aUserMayBeNamed() {
        putAndGet(open("default:" + Told.SECRET + "@", "?namespace=b"));
    }

    @Test
    void aPasswordMayHaveAnythingInIt() {
        putAndGet(open("odd:p%40ss%3Aw%2Fo%3Fr%23d%25%c3%bc%26+%20@", "?namespace=c"));
    }

    @Test
    void aPasswordMayComeFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), ODD + "\n");
        putAndGet(open("odd@", "?namespace=d&password-file=" + file));
    }

    @Test
    void aUserNeedsTheCommandsThatPutAndGetAlone() {
        putAndGet(open("least:" + Told.SECRET + "@", "?namespace=e"));
    }

    @Test
    void aUserWhoMayReadAloneReads() {
        assertThat(open("looker:" + Told.SECRET + "@", "?namespace=h").get("bp", "x"))
                .isEmpty();
    }

    @Test
    void whatIsToldToPermitIsEnough() {
        putAndGet(open("told:" + Told.SECRET + "@", "/1?namespace=i"));
    }

    @ParameterizedTest
    @CsvSource({"untied, 'multi'", "endless, 'pexpire'", "stuck, 'exec'"})
    void noHashStaysForEverWhateverAUserMayNot(String user, String refused) {
        ShaStore store = open(user + ":" + Told.SECRET + "@", "?namespace=" + user);
        Told.by(
                () -> store.put("bp", "x", "1"),
                server.address() + " answered \"NOPERM",
                refused,
                "PEXPIRE",
                "DISCARD");
        assertThat(admin("EXISTS", "restorer:{" + user + "}:bp")).isEqualTo(0L);
        assertThat(store.get("bp", "x")).isEmpty();
    }

    @Test
    void noPasswordIsTold() {
        Told.by(() -> open("", "?namespace=a"), server.address() + " answered \"NOAUTH", "password-file=");
    }

    @Test
    void aWrongPasswordIsTold() {
        Told.by(
                () -> open(":" + Told.SECRET + "x@", "?namespace=a"),
                server.address() + " answered \"WRONGPASS",
                "Correct");
    }

    @Test
    void aWrongUserIsTold() {
        Told.by(
                () -> open("who:" + Told.SECRET + "@", "?namespace=a"),
                server.address() + " answered \"WRONGPASS",
                "Correct");
    }

    @Test
    void aPasswordThatTheServerDoesNotWantIsTold() {
        try (RedisServer open = RedisServer.start()) {
            String uri = "redis://:" + Told.SECRET + "@" + open.address() + "?namespace=a";
            Told.by(() -> Stores.open(uri), open.address() + " answered \"ERR AUTH", "Leave user and password out");
        }
    }

    @Test
    void aUserWhoMayNotReadIsToldBeforeTheRestore() {
        Told.by(
                () -> open("nobody:" + Told.SECRET + "@", "?namespace=a"),
                server.address() + " answered \"NOPERM",
                "HMGET");
    }

    @Test
    void aUserWhoMayNotWriteIsTold() {
        ShaStore store = open("reader:" + Told.SECRET + "@", "?namespace=a");
        Told.by(() -> store.put("bp", "x", "2"), server.address() + " answered \"NOPERM", "'hset'");
    }

    @Test
    void aDatabaseIsApartFromOthers() {
        ShaStore third = open(":" + Told.SECRET + "@", "/3?namespace=f");
        third.put("bp", "x", "3");
        assertThat(open(":" + Told.SECRET + "@", "/?namespace=f").get("bp", "x"))
                .isEmpty();
        assertThat(open(":" + Told.SECRET + "@", "/3?namespace=f").get("bp", "x"))
                .contains("3");
    }

    @Test
    void aDatabaseThatIsNotThereIsTold() {
        Told.by(
                () -> open(":" + Told.SECRET + "@", "/99?namespace=a"),
                server.address() + " answered \"ERR DB index",
                "smaller");
    }

    @Test
    void nothingIsLoggedOfALogin() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        Level before = root.getLevel();
        root.setLevel(Level.TRACE);
        root.addAppender(logged);
        try {
            putAndGet(open(":" + Told.SECRET + "@", "?namespace=g"));
            Told.by(() -> open(":" + Told.SECRET + "x@", "?namespace=a"), server.address());
        } finally {
            root.detachAppender(logged);
            root.setLevel(before);
        }
        assertThat(logged.list).isEmpty();
    }
}
