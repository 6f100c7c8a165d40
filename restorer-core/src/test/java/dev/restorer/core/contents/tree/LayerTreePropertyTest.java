package dev.restorer.core.contents.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.Cancellation;
import dev.restorer.api.ContentsLimits;
import dev.restorer.core.contents.ExtractedContents;
import dev.restorer.core.contents.Extraction;
import dev.restorer.core.contents.MemoryCache;
import dev.restorer.core.contents.Unpacking;
import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.core.contents.pipeline.IdleThreads;
import dev.restorer.files.AtomicDirectories;
import dev.restorer.files.ConfinedDirectory;
import dev.restorer.files.TrustedDirectory;
import dev.restorer.fixtures.Tar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** No tar can create, change or remove anything outside of the directory into which it is unpacked. */
class LayerTreePropertyTest {

    private static @Nullable Path outer;

    record Entry(char type, String name, String target, int mode) {}

    @BeforeContainer
    static void createCanaries() throws IOException {
        Path made = Files.createTempDirectory("hostile");
        outer = made;
        Files.writeString(Files.createDirectories(made.resolve("layers/bp/y")).resolve("canary"), "untouched");
        Files.writeString(Files.createDirectories(made.resolve("etc")).resolve("canary"), "untouched");
        Files.writeString(made.resolve("layers/bp/x.toml"), "untouched");
        Files.writeString(made.resolve("canary"), "untouched");
    }

    @AfterContainer
    static void deleteCanaries() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (ConfinedDirectory directory =
                new TrustedDirectory(temporary).open().orElseThrow()) {
            new AtomicDirectories(directory).remove(made().getFileName().toString());
        }
    }

    private static Path made() {
        return Objects.requireNonNull(outer);
    }

    @Provide
    Arbitrary<String> paths() {
        Arbitrary<String> parts = Arbitraries.of("a", "b", "l", "canary", "..", ".", "", "etc", "y", "bp", "x", "é");
        return Combinators.combine(
                        Arbitraries.of("/layers/bp/x/", "/layers/bp/x", "/layers/bp/", "/", "", "layers/bp/x/../../"),
                        parts.list().ofMaxSize(4))
                .as((start, rest) -> start + String.join("/", rest));
    }

    @Provide
    Arbitrary<String> inside() {
        return Arbitraries.of("a", "b", "l", "canary")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> "/layers/bp/x/" + String.join("/", parts));
    }

    /** Links lead to the canaries, and to each other. */
    @Provide
    Arbitrary<List<Entry>> entries() {
        Arbitrary<String> names = Arbitraries.frequencyOf(Tuple.of(8, inside()), Tuple.of(1, paths()));
        Arbitrary<String> targets = Arbitraries.oneOf(
                inside(),
                paths(),
                Arbitraries.of(
                        "..",
                        "../../y",
                        "../y/canary",
                        "../../../../canary",
                        ".",
                        "a",
                        "l",
                        made() + "/etc",
                        made() + "/canary",
                        made() + "/layers/bp/y/canary"));
        Arbitrary<Character> types = Arbitraries.of('0', '0', '1', '1', '2', '2', '2', '5', '5', '3', '6', 'x');
        return Combinators.combine(types, names, targets, Arbitraries.of(0, 0555, 0644, 0777, 07777))
                .as(Entry::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property(tries = 500)
    void nothingOutsideTheHiddenDirectoryChanges(@ForAll("entries") List<Entry> entries) throws IOException {
        Map<String, String> before = Unpacking.tree(made());
        Tar tar = new Tar();
        entries.forEach(entry -> tar.entry(entry.type(), entry.name(), entry.target(), entry.mode(), "evil"));
        MemoryCache cache = new MemoryCache();
        String diffId = cache.add(tar.bytes());

        try (ConfinedDirectory directory = new TrustedDirectory(made().resolve("layers")).make("bp")) {
            ExtractedContents extracted = new Extraction(
                            cache,
                            ContentsLimits.defaults(),
                            made().resolve("layers"),
                            IdleThreads.none(),
                            new Cancellation())
                    .extract(diffId, List.of("bp", "x"), directory, (bytes, size) -> {});
            new AtomicDirectories(directory).remove(extracted.directory().name());
        } catch (RejectedException e) {
            assertThat(e.problem()).isNotEmpty();
        }

        assertThat(Unpacking.tree(made())).isEqualTo(before);
    }
}
