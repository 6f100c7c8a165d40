package dev.restorer.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Prints the paths in a directory, and the content of each file. */
public final class Tree {

    private Tree() {}

    /**
     * Prints the paths in a directory in order, and the content of each file, indented below its path.
     *
     * @param directory the directory
     * @param to receives the lines
     */
    public static void print(Path directory, Consumer<String> to) {
        try {
            for (Path path : below(directory)) {
                String name = directory.relativize(path).toString();
                if (Files.isSymbolicLink(path)) {
                    to.accept(name + " -> " + Files.readSymbolicLink(path));
                } else if (Files.isDirectory(path)) {
                    to.accept(name + "/");
                } else {
                    to.accept(name);
                    Files.readString(path).lines().forEach(line -> to.accept(("    " + line).stripTrailing()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a sort key with which the entries of a directory follow it directly. */
    private static String sortKey(Path path) {
        return path.toString().replace('/', '\0');
    }

    private static List<Path> below(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(path -> !path.equals(directory))
                    .sorted(Comparator.comparing(Tree::sortKey))
                    .toList();
        }
    }
}
