package dev.restorer.conformance;

import dev.restorer.fixtures.FileTree;
import dev.restorer.fixtures.TomlMaps;
import dev.restorer.fixtures.TreeEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        return FileTree.read(root, entry -> facts(root.relativize(entry.path()).toString(), entry));
    }

    private static Map<String, Object> facts(String name, TreeEntry entry) throws IOException {
        if (entry.isLink()) {
            return Map.of("link", entry.target().toString());
        }
        // The three bits above the permissions are kept here, and lost by the lifecycle.
        String mode = Integer.toOctalString(entry.mode() & 0777);
        if (entry.isDirectory()) {
            return Map.of(DIRECTORY, mode);
        }
        return name.endsWith(".toml")
                ? Map.of(FILE, fileMode(name, mode), "toml", comparable(TomlMaps.read(entry.path())))
                : Map.of(FILE, fileMode(name, mode), "sha256", entry.sha256());
    }

    /** The lifecycle copies SBOM files, here they are moved with the mode that they have. */
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
