package dev.restorer.core.contents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.restorer.Cancellation;
import dev.restorer.api.ContentsLimits;
import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.core.contents.pipeline.IdleThreads;
import dev.restorer.core.contents.stream.Progress;
import dev.restorer.files.AtomicDirectories;
import dev.restorer.files.ConfinedDirectory;
import dev.restorer.files.HiddenDirectory;
import dev.restorer.files.TrustedDirectory;
import dev.restorer.fixtures.FileTree;
import dev.restorer.fixtures.Tar;
import dev.restorer.fixtures.TreeEntry;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Unpacks the contents of layer x of buildpack bp, which the exporter had in {@code /layers/bp/x}. */
public final class Unpacking {

    private static final List<String> LAYER = List.of("bp", "x");

    private final Path directory;
    private final ContentsLimits limits;
    private final IdleThreads threads;

    public Unpacking(Path directory) {
        this(directory, ContentsLimits.defaults());
    }

    Unpacking(Path directory, ContentsLimits limits) {
        this(directory, limits, IdleThreads.none());
    }

    Unpacking(Path directory, ContentsLimits limits, IdleThreads threads) {
        this.directory = directory;
        this.limits = limits;
        this.threads = threads;
    }

    /** Unpacks contents, and returns their entries by path below the layer. */
    public Map<String, String> tree(byte[] tar) {
        HiddenDirectory unpacked = extracted(tar).directory();
        Map<String, String> tree = tree(unpacked.path());
        remove(unpacked.name());
        return tree;
    }

    public Map<String, String> tree(Tar tar) {
        return tree(tar.bytes());
    }

    public ExtractedContents extracted(byte[] tar) {
        MemoryCache cache = new MemoryCache();
        return extracted(cache, cache.add(tar));
    }

    ExtractedContents extracted(MemoryCache cache, String diffId) {
        try {
            return extract(cache, diffId, (bytes, size) -> {});
        } catch (RejectedException e) {
            throw new AssertionError("It was rejected: " + e.problem(), e);
        }
    }

    ExtractedContents extract(MemoryCache cache, String diffId, Progress progress) throws RejectedException {
        try (ConfinedDirectory confined = new TrustedDirectory(directory).make("bp")) {
            return new Extraction(cache, limits, directory, threads, new Cancellation())
                    .extract(diffId, LAYER, confined, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the reason why contents are rejected, and asserts that nothing of them is left. */
    public String rejected(byte[] tar) {
        MemoryCache cache = new MemoryCache();
        return rejected(cache, cache.add(tar));
    }

    public String rejected(Tar tar) {
        return rejected(tar.bytes());
    }

    /** Returns the reason why contents from any stream are rejected. */
    String rejected(MemoryCache.Opening opening) {
        MemoryCache cache = new MemoryCache();
        String diffId = MemoryCache.diffId(new byte[0]);
        cache.put(diffId, opening);
        return rejected(cache, diffId);
    }

    String rejected(MemoryCache cache, String diffId) {
        Set<String> before = names();
        RejectedException e =
                catchThrowableOfType(RejectedException.class, () -> extract(cache, diffId, (bytes, size) -> {}));
        assertThat(e).as("it was rejected").isNotNull();
        assertThat(names()).as("what is there afterwards").isEqualTo(before);
        return e.problem();
    }

    /** Returns the names of all entries of the buildpack's directory, with hidden ones. */
    Set<String> names() {
        String[] names = directory.resolve("bp").toFile().list();
        return names == null ? Set.of() : Set.of(names);
    }

    private void remove(String name) {
        try (ConfinedDirectory confined = new TrustedDirectory(directory).make("bp")) {
            new AtomicDirectories(confined).remove(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LayerContents contents(InputStream stream) {
        return new LayerContents(stream, LayerContents.UNKNOWN_SIZE);
    }

    /** Describes directories and files with their modes, files with their content, and links with their targets. */
    public static Map<String, String> tree(Path root) {
        return FileTree.read(root, Unpacking::description);
    }

    private static String description(TreeEntry entry) throws IOException {
        if (entry.isLink()) {
            return "link " + entry.target();
        }
        String mode = entry.octalMode();
        return entry.isDirectory() ? "directory " + mode : "file " + mode + " " + new String(entry.bytes(), UTF_8);
    }
}
