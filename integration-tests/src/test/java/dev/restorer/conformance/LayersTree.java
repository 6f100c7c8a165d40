package dev.restorer.conformance;

import dev.restorer.fixtures.FileTree;
import dev.restorer.fixtures.TomlMaps;
import dev.restorer.fixtures.TreeEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The entries of a layers directory: directories, TOML as its values, and other files byte for byte. */
final class LayersTree {

    /** A file in directories of the test resources that would otherwise be empty. */
    private static final String EMPTY = ".empty";

    private LayersTree() {}

    static Map<String, Object> read(Path root) {
        Map<String, Object> tree = FileTree.read(root, LayersTree::contents);
        tree.keySet().removeIf(name -> Path.of(name).endsWith(EMPTY));
        return tree;
    }

    /** Copies what stood there before, with the modes that it had: a checkout has those of its umask. */
    static void copy(Path from, Path to) {
        try {
            for (Path path : below(from)) {
                Path copy = Files.copy(path, to.resolve(from.relativize(path)));
                Files.setAttribute(copy, "unix:mode", Files.isDirectory(copy) ? 0755 : 0644);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Iterable<Path> below(Path root) {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> !path.equals(root) && !path.endsWith(EMPTY))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object contents(TreeEntry entry) throws IOException {
        if (entry.isDirectory()) {
            return "directory";
        }
        return entry.path().toString().endsWith(".toml") ? TomlMaps.read(entry.path()) : bytes(entry);
    }

    /** Each byte as one character, so that a difference can be read in the failure. */
    private static String bytes(TreeEntry file) throws IOException {
        return "bytes " + new String(file.bytes(), StandardCharsets.ISO_8859_1);
    }
}
