package dev.restorer.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.FileTree;
import dev.restorer.fixtures.RedisServer;
import dev.restorer.process.Finished;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoStepsThroughRedisIT {

    @TempDir
    Path directory;

    @AutoClose
    private RedisServer redis;

    private Restore restore;

    @BeforeEach
    void startRedis() {
        redis = RedisServer.start();
        CacheDirectory cache = new CacheDirectory(directory)
                .layer("x", layer -> layer.file("file", 0644, "of x"))
                .layer("y", layer -> layer.file("file", 0644, "of y"))
                .write("0.10");
        restore = new Restore(cache, directory.resolve("layers"));
    }

    private Finished step(String which, String namespace) {
        Finished step = restore.run(which, "--sha-store", redis.uri(namespace));
        assertThat(step.exitCode()).as("exit code of %s", step).isZero();
        return step;
    }

    @Test
    void theSecondProcessFindsTheDiffIdsOfTheFirst() {
        step("--metadata-only", "one");
        assertThat(FileTree.read(restore.layers())).containsOnlyKeys("bp", "bp/x.toml", "bp/y.toml");

        Finished contents = step("--contents-only", "one");
        assertThat(contents.out())
                .anyMatch(line -> line.endsWith("Restoring data for \"bp:x\" from cache"))
                .anyMatch(line -> line.endsWith("Restoring data for \"bp:y\" from cache"));
        assertThat(FileTree.read(restore.layers()))
                .containsOnlyKeys("bp", "bp/x", "bp/x.toml", "bp/x/file", "bp/y", "bp/y.toml", "bp/y/file");
    }

    @Test
    void withAnotherNamespaceItFindsNoneAndRemovesTheCachedLayers() {
        step("--metadata-only", "one");

        Finished contents = step("--contents-only", "other");
        assertThat(contents.out())
                .anyMatch(line -> line.endsWith("Removing \"bp:x\", wrong sha"))
                .anyMatch(line -> line.endsWith("Removing \"bp:y\", wrong sha"));
        assertThat(FileTree.read(restore.layers())).containsOnlyKeys("bp");
    }
}
