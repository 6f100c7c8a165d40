package dev.restorer.core.metadata;

import dev.restorer.core.formats.FormatException;
import dev.restorer.core.formats.TomlTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the run images and their mirrors in a {@code run.toml}. */
public final class RunToml {

    private static final String IMAGES = "images";
    private static final String MIRRORS = "mirrors";

    private RunToml() {}

    /**
     * Reads a document.
     *
     * @param toml the bytes of the file
     * @return the names of each entry: the image and its mirrors
     */
    public static List<List<String>> parse(byte[] toml) {
        List<List<String>> entries = new ArrayList<>();
        for (TomlTable entry : TomlTable.read(toml).tables(IMAGES)) {
            try {
                entries.add(names(entry));
            } catch (FormatException e) {
                throw e.within(IMAGES + "[" + entries.size() + "]");
            }
        }
        return entries;
    }

    private static List<String> names(TomlTable entry) {
        List<String> names = new ArrayList<>();
        names.add(entry.string("image"));
        @Nullable Object mirrors = entry.value(MIRRORS);
        if (mirrors != null && !(mirrors instanceof List<?>)) {
            throw new FormatException(MIRRORS, "is not an array");
        }
        for (Object mirror : mirrors instanceof List<?> list ? list : List.of()) {
            if (!(mirror instanceof String name)) {
                throw new FormatException(MIRRORS, "has an element that is not a string");
            }
            names.add(name);
        }
        names.removeIf(String::isEmpty);
        return names;
    }
}
