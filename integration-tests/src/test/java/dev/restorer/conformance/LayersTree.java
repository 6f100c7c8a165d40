package dev.restorer.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What stands in a layers directory: directories, TOML as its values, and other files byte for byte. */
final class LayersTree {

    /** Stands in a directory of the test resources that would otherwise be empty. */
    private static final String EMPTY = ".empty";

    private LayersTree() {}

    static Map<String, Object> read(Path root) {
        Map<String, Object> tree = new TreeMap<>();
        for (Path path : below(root)) {
            tree.put(root.relativize(path).toString(), contents(path));
        }
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

    private static Object contents(Path path) {
        if (Files.isDirectory(path)) {
            return "directory";
        }
        return path.toString().endsWith(".toml") ? TomlValues.read(path) : bytes(path);
    }

    /** Each byte as one character, so that a difference can be read in the failure. */
    private static String bytes(Path file) {
        try {
            return "bytes " + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
