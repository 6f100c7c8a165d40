package dev.restorer.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.contents.CacheDirectory;
import dev.restorer.contents.Restore;
import dev.restorer.fixtures.FileTree;
import dev.restorer.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A build that runs again: its cache has two layers, and of a third one no contents, which is a warning. */
record SmallBuild(CacheDirectory cache, Map<String, String> halfway, Map<String, String> clean) {

    private static final String OLD = "[metadata]\nof = \"an earlier build\"\n";

    /** Makes the cache, and finds out what a restore from it leaves. */
    static SmallBuild in(Path directory) {
        CacheDirectory cache = new CacheDirectory(directory)
                .layer("x", layer -> layer.directory("", 0750).file("file", 0644, "of x"))
                .layer("y", layer -> layer.file("directory/file", 0644, "of y"))
                .knownLayer("z", "sha256:" + "0".repeat(64))
                .sbom(sbom -> sbom.file("bp/y/sbom.cdx.json", 0644, "{}"))
                .write("0.10");
        Restore clean = new Restore(cache, directory.resolve("clean"));
        assertThat(clean.run("--metadata-only").exitCode()).isZero();
        Map<String, String> halfway = FileTree.read(clean.layers());
        assertThat(clean.run().exitCode()).isZero();
        return new SmallBuild(cache, halfway, FileTree.read(clean.layers()));
    }

    Restore restore(Path layers) {
        return new Restore(cache, layers);
    }

    /** Puts there what an earlier build left, and returns it. */
    Map<String, String> putOld(Path layers) throws IOException {
        Path buildpack = Files.createDirectories(layers.resolve("bp"));
        for (String layer : new String[] {"x", "y", "z"}) {
            Files.writeString(buildpack.resolve(layer + ".toml"), OLD);
        }
        Files.writeString(Files.createDirectories(buildpack.resolve("x")).resolve("old"), "old");
        return FileTree.read(layers);
    }

    void assertFailsInOneLine(Finished run, String... words) {
        assertThat(run.exitCode()).as("exit code of %s", run).isEqualTo(42);
        assertThat(run.err())
                .filteredOn(line -> !line.contains(" without a lock: ")) // where none can be had
                .singleElement()
                .asString()
                .startsWith("ERROR: ")
                .contains(words)
                .endsWith(".");
    }

    /**
     * Each file is one of the earlier build, or what a restore leaves or its first half does, and nothing else is
     * there.
     */
    void assertEachIsOldOrNew(Path layers, Map<String, String> old) {
        if (Files.isDirectory(layers, LinkOption.NOFOLLOW_LINKS)) {
            FileTree.read(layers)
                    .forEach((path, entry) ->
                            assertThat(entry).as(path).isIn(of(old, path), of(halfway, path), of(clean, path)));
        }
    }

    private static String of(Map<String, String> tree, String path) {
        return tree.getOrDefault(path, "nothing");
    }

    void assertTheNextCompletes(Path layers) {
        Finished run = restore(layers).run();
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
        assertThat(new TreeMap<>(FileTree.read(layers))).isEqualTo(clean);
    }
}
