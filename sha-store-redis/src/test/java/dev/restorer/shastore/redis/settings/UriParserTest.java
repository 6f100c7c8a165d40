package dev.restorer.shastore.redis.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.shastore.redis.ExpectedFailure;
import dev.restorer.spi.ShaStoreConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UriParserTest {

    private static final Path LAYERS = Path.of("/layers");

    @TempDir
    Path directory;

    private static RedisSettings read(String uri) {
        int colon = uri.indexOf(':');
        return UriParser.parse(new ShaStoreConfiguration(uri.substring(0, colon), uri.substring(colon + 1), LAYERS));
    }

    @Test
    void aServerHasDefaults() {
        RedisSettings settings = read("redis://host?namespace=build-42");
        assertThat(settings)
                .isEqualTo(new RedisSettings(
                        List.of(new Node("host", 6379)),
                        new Login(Login.Target.SERVER, null, null, 0),
                        null,
                        false,
                        null,
                        "build-42",
                        Duration.ofHours(24),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        8,
                        0));
    }

    @Test
    void allSettingsMayBeGiven() {
        RedisSettings settings = read("rediss://user:p%40ss@host:1234/7?namespace=a%20b&ttl=PT90M&connect-timeout=PT1S"
                + "&timeout=PT0.25S&pool=3&replicas=2&ca=/a/ca.pem");
        assertThat(settings)
                .isEqualTo(new RedisSettings(
                        List.of(new Node("host", 1234)),
                        new Login(Login.Target.SERVER, "user", "p@ss", 7),
                        null,
                        true,
                        Path.of("/a/ca.pem"),
                        "a b",
                        Duration.ofMinutes(90),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(250),
                        3,
                        2));
    }

    @Test
    void aClusterHasManyNodes() {
        RedisSettings settings = read("rediss-cluster://:secret@one,two:7000,[::1]:7001,[fe80::1]?namespace=a");
        assertThat(settings.nodes())
                .containsExactly(
                        new Node("one", 6379), new Node("two", 7000), new Node("::1", 7001), new Node("fe80::1", 6379));
        assertThat(settings.isTls()).isTrue();
        assertThat(settings.login()).isEqualTo(new Login(Login.Target.CLUSTER, null, "secret", 0));
        assertThat(new Node("::1", 7001)).hasToString("[::1]:7001");
    }

    @Test
    void sentinelsHaveAMasterAndADatabase() throws IOException {
        Path file = Files.writeString(directory.resolve("password"), "theirs\r\n");
        RedisSettings settings = read(
                "redis-sentinel://user:ours@one,two:7000/my%2Fmaster/3?namespace=a&sentinel-password-file=" + file);
        assertThat(settings.nodes()).containsExactly(new Node("one", 26379), new Node("two", 7000));
        assertThat(settings.sentinels())
                .isEqualTo(
                        new RedisSettings.Sentinels("my/master", new Login(Login.Target.SENTINEL, null, "theirs", 0)));
        assertThat(settings.login()).isEqualTo(new Login(Login.Target.SERVER, "user", "ours", 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "redis:host?namespace=a | no //",
                "redis://?namespace=a | no valid host and port for server number 1",
                "redis://host:x?namespace=a | no valid host and port",
                "redis://host:0?namespace=a | no valid host and port",
                "redis://host:65536?namespace=a | no valid host and port",
                "redis://host:?namespace=a | no valid host and port",
                "redis://::1?namespace=a | no valid host and port",
                "redis://[::1?namespace=a | no valid host and port",
                "redis://[host]?namespace=a | no valid host and port",
                "redis://ho st?namespace=a | no valid host and port",
                "redis://one,two?namespace=a | more than one server",
                "redis-cluster://one,,two?namespace=a | number 2",
                "redis-cluster://one/1?namespace=a | a cluster has only one database",
                "redis://host/x?namespace=a | database that is not a number",
                "redis://host/-1?namespace=a | database that is not a number",
                "redis://host/1/2?namespace=a | database that is not a number",
                "redis-sentinel://host?namespace=a | names no master",
                "redis-sentinel://host/m/x?namespace=a | database that is not a number",
                "redis://user@host?namespace=a | a user and no password",
                "redis://user:@host?namespace=a | a user and no password",
                "redis://host#?namespace=a | reserved character",
                "redis://host?namespace=%4 | two hexadecimal digits",
                "redis://host?namespace=%zz | two hexadecimal digits",
                "redis://host?namespace=%ff | not valid UTF-8",
                "redis://host | \"namespace\" is missing",
                "redis://host?namespace= | \"namespace\" has no value",
                "redis://host?namespace | \"namespace\" has no value",
                "redis://host?namespace=a&namespace=b | is given twice",
                "redis://host?namespace=a&Namespace=b | \"Namespace\" does not exist",
                "redis://host?namespace=a& | \"\" does not exist",
                "redis://host?namespace=a&ttl=24h | \"ttl\" is not a duration",
                "redis://host?namespace=a&ttl=PT0S | \"ttl\" is not a duration",
                "redis://host?namespace=a&ttl=PT-1H | \"ttl\" is not a duration",
                "redis://host?namespace=a&ttl=P3651D | \"ttl\" is not a duration",
                "redis://host?namespace=a&timeout=PT61M | \"timeout\" is not a duration",
                "redis://host?namespace=a&timeout=PT-99999999999999999S | \"timeout\" is not a duration",
                "redis://host?namespace=a&connect-timeout=5 | \"connect-timeout\" is not a duration",
                "redis://host?namespace=a&pool=0 | \"pool\" is not a number between 1 and 1000",
                "redis://host?namespace=a&pool=-1 | \"pool\" is not a number",
                "redis://host?namespace=a&replicas=x | \"replicas\" is not a number between 0 and 100",
                "redis://host?namespace=a&ca=/a | \"ca\" does not exist",
                "rediss://host?namespace=a&ca=a.pem | \"ca\" is not an absolute path",
                "redis://host?namespace=a&sentinel-password-file=/a | \"sentinel-password-file\" does not exist",
                "redis://:x@host?namespace=a&password-file=/a | \"password-file\" and a password are both given",
                "redis://host?namespace=a&password-file=/no/such/file | \"/no/such/file\": there is no such file",
                "redis://host?namespace=a&password-file=/tmp | names a file that cannot be read: \"/tmp\": \"Is a directory\"",
                "redis://host?namespace=a&password-file=/etc/passwd/x | \"/etc/passwd/x\": \"Not a directory\""
            })
    void anInvalidUriIsReported(String uri, String problem) {
        ExpectedFailure.of(() -> read(uri), problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis:s3cr3t-pa55@host?namespace=a",
                "redis://:s3cr3t-pa55?namespace=a",
                "redis://user:s3cr3t-pa55?namespace=a",
                "redis://:s3cr3t-pa55@host",
                "redis://:s3cr3t-pa55@host:x?namespace=a",
                "redis://:s3cr3t-pa55%@host?namespace=a",
                "redis://:s3cr3t-pa55%ff@host?namespace=a",
                "redis://:a/s3cr3t-pa55@host?namespace=a",
                "redis://:a?s3cr3t-pa55=b@host?namespace=a",
                "redis://:a?s3cr3t-pa55=b@host",
                "redis://:a#s3cr3t-pa55@host?namespace=a",
                "redis://:a@s3cr3t-pa55@host?namespace=a",
                "redis://s3cr3t-pa55@host?namespace=a",
                "redis-sentinel://:s3cr3t-pa55@host?namespace=a",
                "redis-cluster://:s3cr3t-pa55@host/1?namespace=a",
                "redis://host?namespace=a&password=s3cr3t-pa55",
                "redis://:s3cr3t-pa55@host?namespace=a&ttl=x"
            })
    void noErrorContainsAPassword(String uri) {
        ExpectedFailure.of(() -> read(uri), "SHA store redis: the ");
    }

    @Test
    void noTextContainsAPassword() {
        RedisSettings settings = read("redis://user:" + ExpectedFailure.SECRET + "@host?namespace=a");
        assertThat(settings.toString()).doesNotContain(ExpectedFailure.SECRET);
        assertThat(settings.login().commands().toString()).doesNotContain(ExpectedFailure.SECRET);
    }

    @Test
    void aNamespaceHasAMaximumLength() {
        assertThat(read("redis://host?namespace=" + "a".repeat(256)).namespace())
                .hasSize(256);
        ExpectedFailure.of(
                () -> read("redis://host?namespace=" + "a".repeat(257)), "\"namespace\"", "more than 256 bytes");
    }

    @Test
    void anUnpairedSurrogateIsNotReplaced() {
        assertThat(read("redis://host?namespace=a%3F").namespace()).isEqualTo("a?");
        ExpectedFailure.of(() -> read("redis://host?namespace=a\ud800"), "an option namespace", "not valid UTF-8");
        ExpectedFailure.of(() -> read("redis://:\udc00@host?namespace=a"), "a password", "not valid UTF-8");
    }

    @Test
    void aFileWithoutAPasswordIsReported() throws IOException {
        Path empty = Files.writeString(directory.resolve("empty"), "\n");
        ExpectedFailure.of(
                () -> read("redis://host?namespace=a&password-file=" + empty), empty.toString(), "without a password");
        Path large = Files.writeString(directory.resolve("large"), "x".repeat(4_097));
        ExpectedFailure.of(
                () -> read("redis://host?namespace=a&password-file=" + large), large.toString(), "at most 4096 bytes");
        Path binary = Files.write(directory.resolve("binary"), new byte[] {-1});
        ExpectedFailure.of(
                () -> read("redis://host?namespace=a&password-file=" + binary), binary.toString(), "in UTF-8");
    }
}
