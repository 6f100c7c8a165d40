package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.Await;
import dev.restorer.fixtures.RedisServer;
import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A master, a replica and a sentinel, each with a password. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SentinelTest {

    private static final String SENTINEL_PASSWORD = "sentinels-pa55";

    @TempDir
    Path directory;

    private final RedisServer master = start();
    private final RedisServer replica = start("replicaof", "127.0.0.1 " + master.port());
    private final RedisServer sentinel = RedisServer.start(
            "sentinel monitor",
            "build 127.0.0.1 " + master.port() + " 1",
            "sentinel auth-pass",
            "build " + ExpectedFailure.SECRET,
            "sentinel down-after-milliseconds",
            "build 500",
            "sentinel failover-timeout",
            "build 3000",
            "requirepass",
            SENTINEL_PASSWORD);

    private static RedisServer start(String... more) {
        List<String> options =
                new ArrayList<>(List.of("requirepass", ExpectedFailure.SECRET, "masterauth", ExpectedFailure.SECRET));
        options.addAll(List.of(more));
        return RedisServer.start(options.toArray(String[]::new));
    }

    @BeforeEach
    void awaitReplica() {
        Await.until(
                "the replica is known",
                () -> replicas().contains("ip=127.0.0.1,port=" + replica.port() + ",state=online")
                        && sentinel("REPLICAS", "build").contains(String.valueOf(replica.port())));
    }

    @AfterEach
    void stop() {
        sentinel.close();
        replica.close();
        master.close();
    }

    private String replicas() {
        return String.valueOf(Admin.send(master.port(), List.of(ExpectedFailure.SECRET), "INFO", "replication"));
    }

    private String sentinel(String... arguments) {
        return String.valueOf(Admin.send(sentinel.port(), List.of(SENTINEL_PASSWORD), "SENTINEL", arguments));
    }

    private ShaStore open(String name, String more) throws IOException {
        Path file = Files.writeString(directory.resolve("password"), SENTINEL_PASSWORD);
        return Stores.open("redis-sentinel://:" + ExpectedFailure.SECRET + "@" + Stores.UNUSED_ADDRESS + ","
                + sentinel.address() + "/" + name + "?namespace=a&timeout=PT2S&sentinel-password-file=" + file + more);
    }

    @Test
    void aFailoverIsReportedAndThenFollowed() throws IOException {
        ShaStore store = open("build/1", "&replicas=1");
        store.put("bp", "x", "1");
        assertThat(Admin.send(master.port(), List.of(ExpectedFailure.SECRET), "INFO", "keyspace")
                        .toString())
                .contains("db1:keys=1");

        master.kill();
        ExpectedFailure.of(() -> store.put("bp", "x", "2"), master.address());
        ShaStore other = openOnceFailedOver();
        assertThat(other.get("bp", "x")).contains("1");
        other.put("bp", "x", "3");
        assertThat(open("build/1", "").get("bp", "x")).contains("3");
    }

    private ShaStore openOnceFailedOver() throws IOException {
        Await.until(
                "the sentinel has a new master",
                () -> sentinel("GET-MASTER-ADDR-BY-NAME", "build").contains(String.valueOf(replica.port())));
        Await.until("it is one", () -> canOpen());
        return open("build/1", "");
    }

    private boolean canOpen() {
        try {
            open("build/1", "").close();
            return true;
        } catch (ShaStoreException e) {
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void tooFewReplicasAreReported() {
        ExpectedFailure.of(
                () -> open("build", "&replicas=2").put("bp", "x", "1"),
                master.address(),
                "only 1 of 2 replicas",
                "lower replicas=");
    }

    @Test
    void anUnknownMasterIsReported() {
        ExpectedFailure.of(
                () -> open("other", ""),
                sentinel.address(),
                "does not monitor a master \"other\"",
                "configuration of the sentinels");
    }

    @Test
    void sentinelsThatRequireAPasswordAreReported() {
        String uri = "redis-sentinel://:" + ExpectedFailure.SECRET + "@" + sentinel.address() + "/build?namespace=a";
        ExpectedFailure.of(() -> Stores.open(uri), sentinel.address() + " replied \"NOAUTH", "sentinel-password-file=");
    }

    @Test
    void aMissingPermissionAtASentinelIsReported() throws IOException {
        Admin.send(sentinel.port(), List.of(SENTINEL_PASSWORD), "ACL", "SETUSER", "default", "-@all", "+ping", "+auth");
        ExpectedFailure.of(
                () -> open("build", ""), sentinel.address() + " replied \"NOPERM", "SENTINEL GET-MASTER-ADDR-BY-NAME");
    }

    @Test
    void allSentinelsAreNamedIfNoneReplies() {
        ExpectedFailure.of(
                () -> Stores.open("redis-sentinel://127.0.0.1:1,127.0.0.1:2/build?namespace=a"),
                "127.0.0.1:1,127.0.0.1:2",
                "127.0.0.1:1 cannot be reached: \"Connection refused\"");
    }
}
