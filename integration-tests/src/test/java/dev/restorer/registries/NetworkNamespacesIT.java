package dev.restorer.registries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.DebianPrograms;
import dev.restorer.fixtures.DockerRegistry;
import dev.restorer.fixtures.FileTree;
import dev.restorer.fixtures.OwnJvm;
import dev.restorer.fixtures.RedisServer;
import dev.restorer.fixtures.Start;
import dev.restorer.fixtures.Tar;
import dev.restorer.process.Finished;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Metadata is restored on one machine and contents on another; Redis and the registry are on a third. */
@OwnJvm(Start.OWN_NETWORK)
@Tag("long")
@Timeout(280)
@Execution(ExecutionMode.CONCURRENT) // it waits for more than a minute, until connections time out
class NetworkNamespacesIT {

    private static final String TAG = "cache";
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    Path directory;

    @AutoClose
    private NetworkNamespace first;

    @AutoClose
    private NetworkNamespace second;

    @AutoClose
    private RedisServer redis;

    @AutoClose
    private OpenPort redisPort;

    private ImageBuild build;
    private DockerRegistry registry;

    /** Runs in the network of the build first, since the programs may have to be downloaded. */
    @BeforeAll
    static void findPrograms() {
        DebianPrograms.DOCKER_REGISTRY.command();
        DebianPrograms.SKOPEO.command();
    }

    @BeforeEach
    void start() throws Exception {
        NetworkNamespace.setUpLoopback();
        first = new NetworkNamespace(1);
        second = new NetworkNamespace(2);
        redis = RedisServer.start();
        redisPort = OpenPort.of(redis.port());
        build = new ImageBuild(directory);
        registry = DockerRegistry.start(directory);
    }

    @AfterEach
    void stopRegistry() {
        registry.close();
    }

    private void push() throws Exception {
        build.cache.write(TAG);
        registry.push(build.cache.directory(), TAG);
    }

    private Finished step(String which, NetworkNamespace machine, OpenPort registryPort) {
        String host = machine.address() + ":" + registryPort.number();
        return build.restore(
                machine.command(),
                which,
                "--app-metadata",
                directory.resolve("app.json").toString(),
                "--cache-image",
                registry.reference(TAG).replace(registry.name(), host),
                "--insecure-registry",
                host,
                "--sha-store",
                "redis://" + machine.address() + ":" + redisPort.number() + "?namespace=one");
    }

    @Test
    void contentsAreRestoredForTheMetadataOfAnotherMachine() throws Exception {
        push();
        try (OpenPort registryPort = OpenPort.of(registry.port())) {
            ImageBuild.assertDone(step("--metadata-only", first, registryPort));
            assertThat(FileTree.read(build.layers)).containsOnlyKeys("bp", "bp/x.toml", "bp/y.toml");
            ImageBuild.assertDone(step("--contents-only", second, registryPort));
            build.assertCacheRestored();
        }
    }

    @Test
    void aNetworkThatIsCutInTheMiddleLeavesNoPartOfALayer() throws Exception {
        String large = build.cache.gzip(new Tar()
                .directory("/layers/bp/large/", 0755)
                .file("/layers/bp/large/file", letters())
                .bytes());
        build.cache.label(
                ImageBuild.CACHE_LABEL,
                "{\"buildpacks\":[{\"key\":\"bp\",\"layers\":{\"large\":{\"sha\":\"" + large
                        + "\",\"cache\":true,\"data\":{}}}}]}");
        push();
        try (OpenPort registryPort = OpenPort.of(registry.port(), 8 * MEBIBYTE, second::cut)) {
            ImageBuild.assertDone(step("--metadata-only", first, registryPort));
            Finished contents = step("--contents-only", second, registryPort);
            assertThat(contents.exitCode()).as("%s", contents).isZero();
            assertThat(contents.err()).anyMatch(line -> line.startsWith("Warning: Removing \"bp:large\""));
            assertThat(FileTree.read(build.layers)).doesNotContainKeys("bp/large", "bp/large.toml");
            assertThat(FileTree.read(build.layers).keySet()).noneMatch(name -> name.contains(".restorer-"));
        }
    }

    /** Letters at random, which are compressed to half of their size. */
    private static String letters() {
        return new Random(1)
                .ints(64 * MEBIBYTE, 'a', 'q')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
