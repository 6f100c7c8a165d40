package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.restorer.fixtures.RedisServer;
import dev.restorer.shastore.redis.connection.ErrorReplies;
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

/** Users, passwords and databases, with a server that requires a password. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LoginTest {

    private static final String ODD = "p@ss:w/o?r#d%ü&+ ";

    @AutoClose
    @SuppressWarnings("NullAway.Init")
    private static RedisServer server;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        server = RedisServer.start("requirepass", ExpectedFailure.SECRET);
        admin("ACL", "SETUSER", "odd", "on", ">" + ODD, "~*", "+@all");
        admin("ACL", "SETUSER", "nobody", "on", ">" + ExpectedFailure.SECRET, "~*", "+ping");
        admin(
                "ACL",
                "SETUSER",
                "reader",
                "on",
                ">" + ExpectedFailure.SECRET,
                "~restorer:*",
                "+ping",
                "+hmget",
                "+multi",
                "+discard",
                "+exec");
        user("read-only", "+ping", "+hmget");
        user("without-multi", "+ping", "+hmget", "+hset");
        user("without-pexpire", "+ping", "+hmget", "+hset", "+multi", "+discard", "+exec");
        user("without-exec", "+ping", "+hmget", "+hset", "+multi", "+discard", "+pexpire");
        user("least", "+ping", "+hmget", "+hset", "+multi", "+discard", "+exec", "+pexpire");
        user(
                "documented",
                ErrorReplies.COMMANDS.stream().map(command -> "+" + command).toArray(String[]::new));
    }

    private static void user(String name, String... more) {
        List<String> arguments = Stream.concat(
                        Stream.of("SETUSER", name, "on", ">" + ExpectedFailure.SECRET, "~restorer:*"), Stream.of(more))
                .toList();
        assertThat(admin("ACL", arguments.toArray(String[]::new))).isEqualTo("OK");
    }

    private static Object admin(String command, String... arguments) {
        return Admin.send(server.port(), List.of(ExpectedFailure.SECRET), command, arguments);
    }

    private static ShaStore open(String login, String more) {
        return Stores.open("redis://" + login + server.address() + more);
    }

    private static void putAndGet(ShaStore store) {
        store.put("bp", "x", "1");
        assertThat(store.get("bp", "x")).contains("1");
    }

    @Test
    void aPasswordAloneIsThatOfTheDefaultUser() {
        putAndGet(open(":" + ExpectedFailure.SECRET + "@", "?namespace=a"));
    }

    @Test
    void aUserMayBeNamed() {
        putAndGet(open("default:" + ExpectedFailure.SECRET + "@", "?namespace=b"));
    }

    @Test
    void aPasswordMayHaveAllCharacters() {
        putAndGet(open("odd:p%40ss%3Aw%2Fo%3Fr%23d%25%c3%bc%26+%20@", "?namespace=c"));
    }

    @Test
    void aPasswordMayComeFromAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("password"), ODD + "\n");
        putAndGet(open("odd@", "?namespace=d&password-file=" + file));
    }

    @Test
    void aUserNeedsOnlyTheCommandsOfPutAndGet() {
        putAndGet(open("least:" + ExpectedFailure.SECRET + "@", "?namespace=e"));
    }

    @Test
    void aUserWithPermissionToReadReads() {
        assertThat(open("read-only:" + ExpectedFailure.SECRET + "@", "?namespace=h")
                        .get("bp", "x"))
                .isEmpty();
    }

    @Test
    void theDocumentedPermissionsAreEnough() {
        putAndGet(open("documented:" + ExpectedFailure.SECRET + "@", "/1?namespace=i"));
    }

    @ParameterizedTest
    @CsvSource({"without-multi, 'multi'", "without-pexpire, 'pexpire'", "without-exec, 'exec'"})
    void everyHashExpiresWhateverPermissionIsMissing(String user, String refused) {
        ShaStore store = open(user + ":" + ExpectedFailure.SECRET + "@", "?namespace=" + user);
        ExpectedFailure.of(
                () -> store.put("bp", "x", "1"), server.address() + " replied \"NOPERM", refused, "PEXPIRE", "DISCARD");
        assertThat(admin("EXISTS", "restorer:{" + user + "}:bp")).isEqualTo(0L);
        assertThat(store.get("bp", "x")).isEmpty();
    }

    @Test
    void aMissingPasswordIsReported() {
        ExpectedFailure.of(() -> open("", "?namespace=a"), server.address() + " replied \"NOAUTH", "password-file=");
    }

    @Test
    void aWrongPasswordIsReported() {
        ExpectedFailure.of(
                () -> open(":" + ExpectedFailure.SECRET + "x@", "?namespace=a"),
                server.address() + " replied \"WRONGPASS",
                "Correct");
    }

    @Test
    void aWrongUserIsReported() {
        ExpectedFailure.of(
                () -> open("who:" + ExpectedFailure.SECRET + "@", "?namespace=a"),
                server.address() + " replied \"WRONGPASS",
                "Correct");
    }

    @Test
    void aPasswordForAServerWithoutOneIsReported() {
        try (RedisServer open = RedisServer.start()) {
            String uri = "redis://:" + ExpectedFailure.SECRET + "@" + open.address() + "?namespace=a";
            ExpectedFailure.of(
                    () -> Stores.open(uri), open.address() + " replied \"ERR AUTH", "Omit user and password");
        }
    }

    @Test
    void aUserWithoutPermissionToReadIsReportedAtOpening() {
        ExpectedFailure.of(
                () -> open("nobody:" + ExpectedFailure.SECRET + "@", "?namespace=a"),
                server.address() + " replied \"NOPERM",
                "HMGET");
    }

    @Test
    void aUserWithoutPermissionToWriteIsReported() {
        ShaStore store = open("reader:" + ExpectedFailure.SECRET + "@", "?namespace=a");
        ExpectedFailure.of(() -> store.put("bp", "x", "2"), server.address() + " replied \"NOPERM", "'hset'");
    }

    @Test
    void databasesAreSeparate() {
        ShaStore third = open(":" + ExpectedFailure.SECRET + "@", "/3?namespace=f");
        third.put("bp", "x", "3");
        assertThat(open(":" + ExpectedFailure.SECRET + "@", "/?namespace=f").get("bp", "x"))
                .isEmpty();
        assertThat(open(":" + ExpectedFailure.SECRET + "@", "/3?namespace=f").get("bp", "x"))
                .contains("3");
    }

    @Test
    void aMissingDatabaseIsReported() {
        ExpectedFailure.of(
                () -> open(":" + ExpectedFailure.SECRET + "@", "/99?namespace=a"),
                server.address() + " replied \"ERR DB index",
                "smaller");
    }

    @Test
    void aLoginIsNotLogged() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        Level before = root.getLevel();
        root.setLevel(Level.TRACE);
        root.addAppender(logged);
        try {
            putAndGet(open(":" + ExpectedFailure.SECRET + "@", "?namespace=g"));
            ExpectedFailure.of(() -> open(":" + ExpectedFailure.SECRET + "x@", "?namespace=a"), server.address());
        } finally {
            root.detachAppender(logged);
            root.setLevel(before);
        }
        assertThat(logged.list).isEmpty();
    }
}
