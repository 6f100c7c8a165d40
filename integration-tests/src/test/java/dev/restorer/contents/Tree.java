package dev.restorer.contents;

import dev.restorer.fixtures.Locked;
import dev.restorer.tree.FileFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A directory with the modes of directories, the modes and digests of files and the targets of links, by path. */
public final class Tree {

    private Tree() {}

    public static Map<String, String> read(Path root) {
        Map<String, String> tree = new TreeMap<>();
        try {
            Locked.walk(root, path -> tree.put(root.relativize(path).toString(), entry(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tree;
    }

    /** Deletes it, with directories whose modes forbid that. */
    static void delete(Path root) throws IOException {
        if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            Files.setAttribute(root, "unix:mode", 0700);
            try (Stream<Path> children = Files.list(root)) {
                for (Path child : children.toList()) {
                    delete(child);
                }
            }
        }
        Files.delete(root);
    }

    private static String entry(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return "link to " + Files.readSymbolicLink(path);
        }
        String octal = FileFacts.mode(path);
        return Files.isDirectory(path) ? "directory " + octal : "file " + octal + " " + FileFacts.sha256(path);
    }
}
