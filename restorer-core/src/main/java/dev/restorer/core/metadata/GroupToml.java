package dev.restorer.core.metadata;

import dev.restorer.api.Buildpack;
import java.util.ArrayList;
import java.util.List;
import org.tomlj.TomlArray;
import org.tomlj.TomlInvalidTypeException;
import org.tomlj.TomlTable;

/** Reads the buildpacks of a {@code group.toml}. */
final class GroupToml {

    private GroupToml() {}

    static List<Buildpack> parse(byte[] toml) {
        TomlTable root = StrictToml.parse(toml);
        try {
            return buildpacks(root.getArrayOrEmpty("group"));
        } catch (TomlInvalidTypeException e) {
            throw new FormatException(String.valueOf(e.getMessage()));
        }
    }

    private static List<Buildpack> buildpacks(TomlArray group) {
        List<Buildpack> buildpacks = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            TomlTable entry = group.getTable(i);
            if (!entry.getBoolean("extension", () -> false)) {
                buildpacks.add(new Buildpack(string(entry, "id"), string(entry, "version"), string(entry, "api")));
            }
        }
        return buildpacks;
    }

    private static String string(TomlTable entry, String key) {
        return entry.getString(key, () -> "");
    }
}
