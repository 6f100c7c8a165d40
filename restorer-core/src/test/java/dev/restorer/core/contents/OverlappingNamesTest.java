package dev.restorer.core.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.restorer.Cancellation;
import dev.restorer.api.ContentsLimits;
import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.core.contents.pipeline.IdleThreads;
import dev.restorer.files.ConfinedDirectory;
import dev.restorer.files.FileMode;
import dev.restorer.files.TrustedDirectory;
import dev.restorer.fixtures.Tar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layers directories, buildpacks and layers with the same names. */
class OverlappingNamesTest {

    @TempDir
    Path directory;

    /** A directory ends in a slash; all others are files. */
    private static Tar tar(String entries) {
        Tar tar = new Tar();
        for (String name : entries.split(" ", -1)) {
            if (name.endsWith("/")) {
                tar.directory(name, 0755);
            } else {
                tar.file(name, "one");
            }
        }
        return tar;
    }

    private ExtractedContents extract(Tar tar, String place, String layersDirectory)
            throws IOException, RejectedException {
        MemoryCache cache = new MemoryCache();
        String diffId = cache.add(tar.bytes());
        Path in = Files.createDirectories(directory.resolve("in"));
        try (ConfinedDirectory confined = new TrustedDirectory(in).make("bp")) {
            return new Extraction(
                            cache,
                            ContentsLimits.defaults(),
                            Path.of(layersDirectory),
                            IdleThreads.none(),
                            new Cancellation())
                    .extract(diffId, List.of(place.split("/")), confined, (bytes, size) -> {});
        }
    }

    @ParameterizedTest
    @CsvSource({
        // Layers directory /layers, buildpack layers, layer layers: the layers directory is not the first path.
        "/layers/ /layers/layers/ /layers/layers/layers/ /layers/layers/layers/bin/tool, layers/layers, /layers, bin/tool",
        "/layers/ /layers/layers/ /layers/layers/layers/ /layers/layers/layers/bin/tool, layers/layers, /other, bin/tool",
        "/layers/layers/layers/bin/tool, layers/layers, /other, bin/tool",
        // The current layers directory decides, also below another directory.
        "/w/ /w/node/ /w/node/node/ /w/node/node/node/ /w/node/node/node/x, node/node, /w/node, x",
        "/w/ /w/node/ /w/node/node/ /w/node/node/node/ /w/node/node/node/x, node/node, /mnt/out/w/node, x",
        "/w/ /w/node/ /w/node/node/ /w/node/node/node/ /w/node/node/node/x, node/node, /w, node/x",
        "/w/ /w/node/ /w/node/node/ /w/node/node/node/ /w/node/node/node/x, node/node, /mnt/out/w, node/x",
        "/w/node/node/node/x, node/node, /w/node, x",
        "w/node/node/node/x, node/node, /w, node/x",
        // The contents have the same names.
        "/a/b/a/b/x, a/b, /other, x",
        "/a/ /a/b/ /a/b/a/ /a/b/a/b/ /a/b/a/b/x, a/b, /other, x",
        "/a/ /a/b/ /a/b/a/ /a/b/a/b/ /a/b/a/b/x, a/b, /, a/b/x",
        "/l/a/b/a/b/x, a/b, /l, a/b/x",
        "/l/a/b/a/b/x, a/b, /l/a/b, x",
        // Another entry decides, at any position.
        "/w/node/node/node/x /w/node/node/y, node/node, /w/node, node/x",
        "/w/node/node/y /w/node/node/node/x, node/node, /other, node/x",
        "/w/node/node/node/x/ /w/node/node/other/, node/node, /w/node, node/x",
        "/a/b/x /a/b/a/b/x, a/b, /a/b, a/b/x",
        // All directories above have entries, or none has.
        "/w/ /w/a/ /w/a/b/ /w/a/b/a/b/x, a/b, /other, a/b/x",
        // The SBOM layer.
        "/sbom/ /sbom/sbom/ /sbom/sbom/cache/ /sbom/sbom/cache/a/b, sbom/cache, /sbom, a/b",
        "/sbom/cache/sbom/cache/a/b, sbom/cache, /sbom/cache, a/b",
    })
    void theLayerIsFound(String entries, String place, String layersDirectory, String path) throws Exception {
        ExtractedContents extracted = extract(tar(entries), place, layersDirectory);
        Map<String, String> tree = Unpacking.tree(extracted.directory().path());
        assertThat(tree).containsKey(path);
        assertThat(path).startsWith(tree.keySet().iterator().next());
        assertThat(directory.resolve("in/bp").toFile().list())
                .containsExactly(extracted.directory().name());
    }

    @ParameterizedTest
    @CsvSource({
        "/w/node/node/node/x, node/node, /other, /w/node/node or at /w/node/node/node",
        "/w/ /w/node/ /w/node/node/ /w/node/node/node/ /w/node/node/node/x, node/node, /other, "
                + "/w/node/node or at /w/node/node/node",
        "/l/a/b/a/b/a/b/x, a/b, /other, /l/a/b or at /l/a/b/a/b or at /l/a/b/a/b/a/b",
        "/a/a/a/a/, a/a, /other, /a/a/a or at /a/a/a/a",
    })
    void anAmbiguousLayerIsRejected(String entries, String place, String layersDirectory, String places)
            throws Exception {
        assertThatThrownBy(() -> extract(tar(entries), place, layersDirectory))
                .isInstanceOf(RejectedException.class)
                .hasMessage("its tar may have it at " + places);
        assertThat(directory.resolve("in/bp")).isEmptyDirectory();
    }

    @Test
    void modesLinksAndCountsAreKeptWhenTheLayerIsMovedUp() throws Exception {
        Tar tar = new Tar()
                .directory("/n/n/n", 0555)
                .directory("/n/n/n/n", 0511)
                .directory("/n/n/n/n/d", 0)
                .file("/n/n/n/n/d/a", 0400, "one")
                .hardLink("/n/n/n/n/h", "/n/n/n/n/d/a")
                .symbolicLink("/n/n/n/n/l", "/n/n/n/n/d/");
        Path in = Files.createDirectories(directory.resolve("in/bp"));
        FileMode.set(in, 0710);
        ExtractedContents extracted = extract(tar, "n/n", "/n/n");
        assertThat(FileMode.of(in)).isEqualTo(0710);
        assertThat(Unpacking.tree(extracted.directory().path()))
                .containsExactly(
                        entry("d", "directory 0"),
                        entry("d/a", "file 400 one"),
                        entry("h", "file 400 one"),
                        entry("l", "link /n/n/n/n/d/"));
        assertThat(FileMode.of(extracted.directory().path())).isEqualTo(0511);
        assertThat(extracted.entries()).isEqualTo(6);
    }
}
