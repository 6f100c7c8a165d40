package dev.restorer.conformance;

import dev.restorer.tree.FileFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.ObjectMapper;

/** A layers directory after a rebuild, by path: what is there, its mode, and what it holds. */
final class RebuiltTree {

    private static final String DIRECTORY = "directory";
    private static final String FILE = "file";

    private RebuiltTree() {}

    static Map<String, Object> expected(Path json) {
        Map<String, Object> tree = new TreeMap<>();
        Map<?, ?> recorded = new ObjectMapper().readValue(json.toFile(), Map.class);
        recorded.forEach((path, entry) -> tree.put((String) path, expected((String) path, (Map<?, ?>) entry)));
        return tree;
    }

    private static Map<String, Object> expected(String path, Map<?, ?> recorded) {
        Map<String, Object> entry = new LinkedHashMap<>();
        recorded.forEach((key, value) -> entry.put((String) key, comparable(value)));
        entry.computeIfPresent(FILE, (key, mode) -> fileMode(path, (String) mode));
        return entry;
    }

    static Map<String, Object> read(Path root) {
        Map<String, Object> tree = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(path -> !path.equals(root)).toList()) {
                String name = root.relativize(path).toString();
                tree.put(name, entry(name, path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tree;
    }

    private static Map<String, Object> entry(String name, Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return Map.of("link", Files.readSymbolicLink(path).toString());
        }
        // The three bits above the permissions are kept here, and lost by the reference.
        String mode = Integer.toOctalString(
                (Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS) & 0777);
        if (Files.isDirectory(path)) {
            return Map.of(DIRECTORY, mode);
        }
        return name.endsWith(".toml")
                ? Map.of(FILE, fileMode(name, mode), "toml", comparable(TomlValues.read(path)))
                : Map.of(FILE, fileMode(name, mode), "sha256", FileFacts.sha256(path));
    }

    /** The reference copies SBOM files, here they are moved with the mode that they have. */
    private static String fileMode(String path, String mode) {
        return path.contains(".sbom.") ? Integer.toOctalString(Integer.parseInt(mode, 8) & 0700) : mode;
    }

    private static Object comparable(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> entries = new LinkedHashMap<>();
            map.forEach((key, each) -> entries.put(key, comparable(each)));
            return entries;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(RebuiltTree::comparable).toList();
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return value instanceof Boolean ? value : value.toString();
    }
}
