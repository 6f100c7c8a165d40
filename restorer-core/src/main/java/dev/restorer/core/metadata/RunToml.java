package dev.restorer.core.metadata;

import dev.restorer.core.formats.toml.TomlTable;
import java.util.ArrayList;
import java.util.List;

/** Reads the run images and their mirrors in a {@code run.toml}. */
public final class RunToml {

    private RunToml() {}

    /**
     * Reads a document.
     *
     * @param toml the bytes of the file
     * @return the names of each entry: the image and its mirrors
     */
    public static List<List<String>> parse(byte[] toml) {
        return TomlTable.read(toml).tables("images").stream()
                .map(RunToml::names)
                .toList();
    }

    private static List<String> names(TomlTable entry) {
        List<String> names = new ArrayList<>();
        names.add(entry.string("image"));
        names.addAll(entry.strings("mirrors"));
        names.removeIf(String::isEmpty);
        return names;
    }
}
