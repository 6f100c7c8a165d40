package dev.restorer.conformance;

import dev.restorer.fixtures.FileTree;
import dev.restorer.fixtures.TomlMaps;
import dev.restorer.fixtures.TreeEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A layers directory with modes, digests and the targets of links, by path; the TOML of layers as its values. */
final class ContentsTree {

    private ContentsTree() {}

    static Map<String, Object> read(Path root) {
        return FileTree.read(root, entry -> {
            boolean layerToml = isLayerToml(root.relativize(entry.path()).toString());
            return layerToml ? TomlMaps.read(entry.path()) : line(entry);
        });
    }

    /** Reads what a case expects. */
    static Map<String, Object> expected(Path directory) {
        Map<String, Object> tree = new TreeMap<>();
        for (String line : lines(directory.resolve("expected-tree.tsv"))) {
            int path = line.lastIndexOf('\t') + 1;
            String name = line.substring(path);
            tree.put(
                    name,
                    isLayerToml(name)
                            ? TomlMaps.read(directory.resolve("expected-toml").resolve(name))
                            : line.substring(0, path).strip());
        }
        return tree;
    }

    private static boolean isLayerToml(String name) {
        return name.matches("[^/]+/[^/]+\\.toml");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Describes an entry as a line of what is expected does. */
    private static String line(TreeEntry entry) throws IOException {
        if (entry.isLink()) {
            return "l\t" + entry.target();
        }
        String mode = entry.octalMode();
        return entry.isDirectory() ? "d\t" + mode : "f\t" + mode + "\t" + entry.sha256();
    }
}
