package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.ContentsOptions;
import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.LayerId;
import dev.restorer.api.RestoreReport;
import dev.restorer.core.contents.MemoryCache;
import dev.restorer.fixtures.Tar;
import dev.restorer.spi.ShaStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Restores in which one call fails, each in its own directory. */
final class FailingRestores {

    private static final String LARGE = "large ".repeat(500_000);
    private static final String SMALL = "small";
    private static final String OLD = "old";

    private final Path directory;

    FailingRestores(Path directory) {
        this.directory = directory;
    }

    /**
     * Creates a build with layers of two buildpacks, one without contents, and an SBOM. Its layers directory is empty.
     */
    Build newBuild(String name) {
        byte[] sbom =
                new Tar().file("/layers/sbom/cache/a/x/sbom.cdx.json", "{}").bytes();
        Build build = new Build(directory.resolve(name))
                .buildpack("a", "0.10")
                .buildpack("b", "0.5")
                .layer("a", "x", LARGE)
                .layer("a", "y", nested())
                .knownLayer("a", "gone", MemoryCache.diffId(new byte[] {1}))
                .layer("b", "z", SMALL)
                .sbom(MemoryCache.diffId(sbom));
        build.cache.add(sbom);
        return build;
    }

    private static byte[] nested() {
        return new Tar()
                .directory("/layers/a/y/directory/", 0755)
                .directory("/layers/a/y/directory/deeper/", 0755)
                .file("/layers/a/y/directory/deeper/file", SMALL)
                .bytes();
    }

    /** Creates the same build with some existing files in its layers directory. */
    Build build(String name) {
        Build build = newBuild(name);
        build.standing("a/x/file", OLD);
        build.standing("a/y.toml", OLD);
        return build;
    }

    /** A restore that fails, and its result. */
    record Run(
            Build build,
            AtCall failing,
            @Nullable RestoreReport report,
            @Nullable RuntimeException thrown) {}

    static Run run(Build build, AtCall failing, ShaStore store, ContentsOptions.Builder options) {
        try {
            ContentsOptions built = options.build();
            return new Run(build, failing, new RestoreEngine().restore(build.request(), store, built), null);
        } catch (RuntimeException e) {
            return new Run(build, failing, null, e);
        }
    }

    /** A kind of failure, and the assertions about its result. */
    interface Failing {
        Run run(Build build, int call);
    }

    interface Check {
        void of(Run run) throws IOException;
    }

    /** Returns the number of calls that failed. */
    int failEach(Failing failing, Check check) throws IOException {
        Build clean = build("clean");
        clean.restore();
        for (int call = 1; ; call++) {
            Run run = failing.run(build("fails-at-" + call), call);
            if (!run.failing().happened()) {
                assertThat(contents(run.build())).isEqualTo(contents(clean));
                return call - 1;
            }
            check.of(run);
            run.build().restore();
            assertThat(contents(run.build())).as("after call %s", call).isEqualTo(contents(clean));
            assertThat(run.build().shaStore.puts()).isEqualTo(clean.shaStore.puts());
        }
    }

    static Map<String, String> contents(Build build) throws IOException {
        Map<String, String> contents = new LinkedHashMap<>();
        if (!Files.exists(build.layers)) {
            return contents;
        }
        for (String path : build.tree()) {
            Path file = build.layers.resolve(path);
            contents.put(path, Files.isDirectory(file) ? "" : Files.readString(file));
        }
        return contents;
    }

    static void assertNothingIsIncomplete(Build build) throws IOException {
        Map<String, String> contents = contents(build);
        assertThat(contents.keySet()).noneMatch(path -> path.contains(".restorer-"));
        assertThat(contents.getOrDefault("a/x/file", LARGE)).isIn(OLD, LARGE);
        assertThat(contents.getOrDefault("a/y.toml", OLD)).isIn(OLD, "[metadata]\nof = \"y\"\n");
    }

    static void assertReportMatchesFiles(Run run) throws IOException {
        Build build = run.build();
        assertNothingIsIncomplete(build);
        if (run.report() == null) {
            for (LayerId kept : build.shaStore.puts().keySet()) {
                assertThat(build.tree()).contains(kept.buildpackId() + "/" + kept.layer() + ".toml");
            }
            return;
        }
        run.report()
                .buildpacks()
                .forEach(buildpack -> buildpack.layers().forEach(layer -> {
                    Path written = buildpack.written(layer);
                    assertThat(written == null || Files.exists(written)).isTrue();
                }));
        run.report().contents().forEach(outcome -> {
            LayerId id = outcome.decision().id();
            boolean restored = outcome instanceof ContentsOutcome.Restored;
            Path layer = build.layers.resolve(id.buildpackId()).resolve(id.layer());
            assertThat(Files.exists(layer)).isEqualTo(restored);
            assertThat(Files.exists(layer.resolveSibling(id.layer() + ".toml"))).isEqualTo(restored);
        });
    }
}
