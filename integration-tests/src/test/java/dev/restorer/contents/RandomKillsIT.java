package dev.restorer.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.ShaStores;
import dev.restorer.fixtures.FileTree;
import dev.restorer.fixtures.RedisServer;
import dev.restorer.process.Finished;
import dev.restorer.spi.ShaStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Restores that are killed at random moments. {@code -Dkills.seed} draws the moments of an earlier run again. */
@Tag("long")
class RandomKillsIT {

    /** Half of them with each SHA store. */
    private static final int KILLS = Integer.getInteger("restorer.kills", 20);

    private static final long SEED = Long.getLong("kills.seed", System.nanoTime());

    private static final int LAYERS = 4;
    private static final int FILES = 40;

    @TempDir
    Path directory;

    private CacheDirectory cache;
    private final Random random = new Random(SEED);

    @BeforeEach
    void makeCache() {
        cache = new CacheDirectory(directory).manyFiles(LAYERS, FILES);
        cache.write("0.10");
    }

    @Test
    void leaveNothingHalfAndTheNextRunCompletesWithTheFilesStore(TestReporter reporter) throws IOException {
        killAll(run -> "files:", reporter);
    }

    @Test
    void leaveNothingHalfAndTheNextRunCompletesWithRedis(TestReporter reporter) throws IOException {
        try (RedisServer redis = RedisServer.start()) {
            killAll(run -> redis.uri("run" + run), reporter);
        }
    }

    private void killAll(IntFunction<String> shaStores, TestReporter reporter) throws IOException {
        Restore half = prepared("half");
        DirectJvm jvm = DirectJvm.archived(
                directory.resolve("classes.jsa"), prepared("first").arguments("--sha-store", shaStores.apply(-1)));
        Map<String, String> before = FileTree.read(half.layers());
        assertEndsWell(
                jvm.run(half.arguments("--sha-store", shaStores.apply(-2), "--metadata-only")), "metadata alone");
        Restore clean = prepared("clean");
        long nanos = TimedRun.nanos(jvm.command(clean.arguments("--sha-store", shaStores.apply(-3))), clean.layers());
        Map<String, String> after = FileTree.read(clean.layers());
        assertThat(after).hasSizeGreaterThan(LAYERS * FILES).containsKey("bp/layer-0.sbom.cdx.json");
        Map<String, String> diffIds = diffIds(shaStores.apply(-3), clean);
        assertThat(diffIds).hasSize(LAYERS);
        WholeOrHidden expected = new WholeOrHidden(before, FileTree.read(half.layers()), after);

        int kills = 0;
        int halfway = 0;
        for (int run = 0; kills < KILLS / 2; run++) {
            assertThat(run)
                    .as("runs, of which %s were killed before they ended", kills)
                    .isLessThan(2 * KILLS);
            long moment = (long) (random.nextDouble() * nanos);
            Restore again = prepared("killed");
            String shaStore = shaStores.apply(run);
            boolean killed =
                    TimedRun.kill(jvm.command(again.arguments("--sha-store", shaStore)), again.layers(), moment);
            kills += killed ? 1 : 0;
            String description = "seed " + SEED + ", run " + run + ", after " + moment / 1_000 + " µs";
            Map<String, String> left = FileTree.read(again.layers());
            halfway += WholeOrHidden.hidesSomething(left.keySet()) ? 1 : 0;
            expected.check(left, description);

            assertEndsWell(jvm.run(again.arguments("--sha-store", shaStore)), description);
            assertThat(FileTree.read(again.layers())).as(description).isEqualTo(after);
            assertThat(diffIds(shaStore, again)).as(description).isEqualTo(diffIds);
            FileTree.delete(again.layers());
        }
        assertThat(halfway)
                .as("seed %s: runs that were killed while a layer was half there", SEED)
                .isPositive();
        reporter.publishEntry(
                "kills", kills + ", " + halfway + " of them halfway, in " + nanos / 1_000_000 + " ms of writing");
    }

    private static void assertEndsWell(Finished run, String description) {
        assertThat(run.exitCode()).as("%s: exit code of %s", description, run).isZero();
    }

    /** A layers directory with what earlier builds left. */
    private Restore prepared(String name) throws IOException {
        Restore restore = new Restore(cache, directory.resolve(name));
        Path buildpack = Files.createDirectories(restore.layers().resolve("bp"));
        for (String layer : new String[] {"layer-1", "layer-3", "missing"}) {
            Files.writeString(Files.createDirectories(buildpack.resolve(layer)).resolve("stale"), "stale");
            Files.writeString(buildpack.resolve(layer + ".toml"), "[metadata]\nof = \"stale\"\n");
        }
        return restore;
    }

    private static Map<String, String> diffIds(String shaStore, Restore restore) {
        try (ShaStore store = ShaStores.open(shaStore, restore.layers())) {
            return store.getAll("bp", List.of("layer-0", "layer-1", "layer-2", "layer-3"));
        }
    }
}
