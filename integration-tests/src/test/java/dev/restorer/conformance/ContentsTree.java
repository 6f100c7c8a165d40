package dev.restorer.conformance;

import dev.restorer.fixtures.Locked;
import dev.restorer.tree.FileFacts;
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
        Map<String, Object> tree = new TreeMap<>();
        try {
            Locked.walk(root, path -> {
                String name = root.relativize(path).toString();
                tree.put(name, isLayerToml(name) ? TomlValues.read(path) : entry(path));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tree;
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
                            ? TomlValues.read(directory.resolve("expected-toml").resolve(name))
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

    private static String entry(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return "l\t" + Files.readSymbolicLink(path);
        }
        String octal = FileFacts.mode(path);
        return Files.isDirectory(path) ? "d\t" + octal : "f\t" + octal + "\t" + FileFacts.sha256(path);
    }
}
