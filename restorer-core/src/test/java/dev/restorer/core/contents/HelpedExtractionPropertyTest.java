package dev.restorer.core.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.ContentsLimits;
import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.core.contents.pipeline.IdleThreads;
import dev.restorer.core.contents.pipeline.TarBuffer;
import dev.restorer.files.AtomicDirectories;
import dev.restorer.files.ConfinedDirectory;
import dev.restorer.files.TrustedDirectory;
import dev.restorer.fixtures.Tar;
import dev.restorer.spi.LayerContents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Whatever a tar has, the tree or the reason for its rejection is the same with a thread that helps and without. */
class HelpedExtractionPropertyTest {

    private static final String LAYER = "/layers/bp/x/";
    private static final ExecutorService POOL = Executors.newFixedThreadPool(2);
    private static @Nullable Path made;

    record Entry(char type, String name, String target, int mode, int size) {}

    @BeforeContainer
    static void createDirectory() throws IOException {
        made = Files.createTempDirectory("helped");
    }

    @AfterContainer
    static void deleteDirectory() throws IOException {
        POOL.shutdownNow();
        Path directory = Objects.requireNonNull(made);
        try (ConfinedDirectory temporary = new TrustedDirectory(Objects.requireNonNull(directory.getParent()))
                .open()
                .orElseThrow()) {
            new AtomicDirectories(temporary).remove(directory.getFileName().toString());
        }
    }

    /** Few names, so that many entries have the same, or lie below another. */
    @Provide
    Arbitrary<String> names() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of("a", "b", "c", "A", "é")),
                Tuple.of(1, Arbitraries.of("a/b", "a/b/c", "c/a")));
    }

    @Provide
    Arbitrary<List<Entry>> entries() {
        Arbitrary<Character> types = Arbitraries.frequency(
                Tuple.of(30, '0'), Tuple.of(3, '1'), Tuple.of(3, '2'), Tuple.of(2, '5'), Tuple.of(1, '3'));
        Arbitrary<Integer> sizes = Arbitraries.frequency(
                Tuple.of(2, 0), Tuple.of(20, 700), Tuple.of(2, 100_000), Tuple.of(1, TarBuffer.MAX));
        return Combinators.combine(types, names(), names(), Arbitraries.of(0, 0644, 0666, 0755, 02755, 04711), sizes)
                .as(Entry::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    /** What a cache says of the size, which the size of the buffers depends on. */
    @Provide
    Arbitrary<Long> declaredSizes() {
        return Arbitraries.of(LayerContents.UNKNOWN_SIZE, 0L, 5_000L, Long.MAX_VALUE);
    }

    /** Unpacks a tar whose first buffer is full, so that the files that follow are deferred if a thread helps. */
    private static String result(List<Entry> entries, long declaredSize, IdleThreads threads) {
        Tar tar = new Tar().file(LAYER + "large", "x".repeat(TarBuffer.MAX_FIRST));
        int number = 0;
        for (Entry entry : entries) {
            String content = entry.type == '0' ? (number++ + " ").repeat(entry.size / 2) : "";
            String target = entry.type == '1' ? LAYER + entry.target : entry.target;
            tar.entry(entry.type, LAYER + entry.name, target, entry.mode, content);
        }
        MemoryCache cache = new MemoryCache();
        byte[] bytes = tar.bytes();
        String diffId = MemoryCache.diffId(bytes);
        cache.put(diffId, () -> new LayerContents(new ByteArrayInputStream(bytes), declaredSize));
        Path directory = Objects.requireNonNull(made);
        try (ConfinedDirectory confined = new TrustedDirectory(directory).make("bp")) {
            ExtractedContents extracted = new Unpacking(directory, ContentsLimits.defaults(), threads)
                    .extract(cache, diffId, (read, size) -> {});
            String tree = Unpacking.tree(extracted.directory().path()).toString();
            new AtomicDirectories(confined).remove(extracted.directory().name());
            return tree;
        } catch (RejectedException e) {
            return "rejected: " + e.kind() + " " + e.problem();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Property(tries = 300)
    void theResultIsTheSame(@ForAll("entries") List<Entry> entries, @ForAll("declaredSizes") long declaredSize) {
        String alone = result(entries, declaredSize, IdleThreads.none());
        assertThat(result(entries, declaredSize, new ArrayList<Runnable>()::add))
                .isEqualTo(alone);
        assertThat(result(entries, declaredSize, task -> {
                    POOL.execute(task);
                    return true;
                }))
                .isEqualTo(alone);
    }
}
