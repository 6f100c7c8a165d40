package dev.restorer.core.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.core.contents.failure.RejectedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** For all overlapping names and all sets of directory entries, a layer is never unpacked to a wrong place. */
class LayerRootPropertyTest {

    private static final List<String> OUT = List.of("mnt", "out");

    /** The directories for which a tar has entries. */
    enum Named {
        ALL,
        FROM_THE_LAYER,
        DOWN_TO_THE_LAYER,
        ABOVE_THE_LAYER,
        NONE
    }

    /** A layer in a tar. */
    record Packed(List<String> directory, List<String> layer, List<List<String>> files, Named named, String start) {

        List<String> root() {
            return joined(directory, layer);
        }

        /** Returns the paths, with whether they are directories, in the order of a directory walk. */
        Map<List<String>, Boolean> entries() {
            Map<List<String>, Boolean> entries = new LinkedHashMap<>();
            List<String> root = root();
            int from = named == Named.ALL || named == Named.DOWN_TO_THE_LAYER || named == Named.ABOVE_THE_LAYER
                    ? 1
                    : root.size();
            int to = named == Named.NONE ? 0 : named == Named.ABOVE_THE_LAYER ? root.size() - 1 : root.size();
            for (int depth = from; depth <= to; depth++) {
                entries.put(root.subList(0, depth), true);
            }
            for (List<String> file : files) {
                for (int depth = 1; depth < file.size() && named.compareTo(Named.FROM_THE_LAYER) <= 0; depth++) {
                    entries.put(joined(root, file.subList(0, depth)), true);
                }
                entries.put(joined(root, file), false);
            }
            return entries;
        }
    }

    private static List<String> joined(List<String> one, List<String> other) {
        List<String> joined = new ArrayList<>(one);
        joined.addAll(other);
        return joined;
    }

    private static Arbitrary<List<String>> names(int from, int to, String... names) {
        return Arbitraries.of(names).list().ofMinSize(from).ofMaxSize(to);
    }

    /** Returns files in the order of a directory walk, without those that are directories of others. */
    @Provide
    Arbitrary<List<List<String>>> files() {
        return names(1, 5, "a", "b", "x")
                .set()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(files -> new TreeSet<>(files.stream()
                                .filter(file -> files.stream()
                                        .noneMatch(other ->
                                                other.size() > file.size() && RootChoice.startsWith(other, file)))
                                .map(file -> String.join("/", file))
                                .toList())
                        .stream().map(file -> List.of(file.split("/"))).toList());
    }

    @Provide
    Arbitrary<Packed> packed() {
        return Combinators.combine(
                        names(1, 4, "a", "b"),
                        names(2, 2, "a", "b"),
                        files(),
                        Arbitraries.of(Named.class),
                        Arbitraries.of("/", "", "./"))
                .as(Packed::new);
    }

    /** Returns the paths to which the files of the layer are unpacked, or null if it is rejected. */
    private static @Nullable List<List<String>> unpack(Packed packed, List<String> layersDirectory)
            throws RejectedException {
        LayerRoot root = new LayerRoot(packed.layer(), layersDirectory, 256);
        List<List<String>> files = new ArrayList<>();
        for (Map.Entry<List<String>, Boolean> entry : packed.entries().entrySet()) {
            String name = packed.start() + String.join("/", entry.getKey());
            List<String> below = root.below(name, entry.getValue());
            if (!entry.getValue()) {
                files.add(below);
            }
        }
        List<String> place;
        try {
            place = root.path();
        } catch (RejectedException e) {
            assertThat(e.problem()).contains("its tar may have it at /", " or at /");
            return null;
        }
        assertThat(files).allMatch(file -> RootChoice.startsWith(file, place));
        return files.stream()
                .map(file -> file.subList(place.size(), file.size()))
                .toList();
    }

    @Property(tries = 2000)
    void theLayerIsFoundInTheSameLayersDirectory(@ForAll("packed") Packed packed) throws RejectedException {
        assertThat(unpack(packed, packed.directory())).isEqualTo(packed.files());
    }

    @Property(tries = 2000)
    void theLayerIsFoundInARelocatedLayersDirectory(@ForAll("packed") Packed packed) throws RejectedException {
        assertThat(unpack(packed, joined(OUT, packed.directory()))).isEqualTo(packed.files());
    }

    @Property(tries = 2000)
    void theLayerIsFoundOrRejectedInAnotherLayersDirectory(@ForAll("packed") Packed packed) throws RejectedException {
        List<List<String>> files = unpack(packed, OUT);
        assertThat(files == null ? packed.files() : files).isEqualTo(packed.files());
    }

    /** Names that do not overlap are never ambiguous. */
    @Property(tries = 500)
    void withoutOverlappingNamesTheLayerIsAlwaysFound(@ForAll("packed") Packed packed) throws RejectedException {
        Packed plain =
                new Packed(packed.directory(), List.of("bp", "layer"), packed.files(), packed.named(), packed.start());
        assertThat(unpack(plain, OUT)).isEqualTo(packed.files());
        assertThat(unpack(plain, List.of())).isEqualTo(packed.files());
    }
}
