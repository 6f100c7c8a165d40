package dev.restorer.benchmarks.commands;

import dev.restorer.benchmarks.data.CacheVolume;
import dev.restorer.fixtures.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Compares what was restored with what tar unpacks: a quick restore of other files is none. */
final class SameFiles {

    private SameFiles() {}

    /**
     * Compares all layers.
     *
     * @param unpacked the directory that the tars were unpacked into
     * @param restored the layers directory
     * @return the number of files and directories
     */
    static long require(Path unpacked, Path restored) throws IOException {
        Path expected = unpacked.resolve(CacheVolume.LAYERS_DIRECTORY.substring(1));
        Path actual = restored.resolve(expected.getFileName());
        long entries = 0;
        for (Path layer : layers(expected)) {
            Map<String, String> files = FileTree.read(layer);
            Map<String, String> found = FileTree.read(actual.resolve(layer.getFileName()));
            if (!files.equals(found)) {
                throw new IOException("The files of " + layer.getFileName() + " are not those of its tar: "
                        + found.size() + " instead of " + files.size() + ", or others");
            }
            entries += files.size();
        }
        return entries;
    }

    private static List<Path> layers(Path expected) throws IOException {
        try (Stream<Path> layers = Files.list(expected)) {
            return layers.sorted().toList();
        }
    }
}
