package dev.restorer.core.metadata;

import dev.restorer.api.Buildpack;
import dev.restorer.core.formats.TomlTable;
import java.util.List;

/** Reads the buildpacks of a {@code group.toml}. */
public final class GroupToml {

    private GroupToml() {}

    /**
     * Reads a document.
     *
     * @param toml the bytes of the file
     * @return its buildpacks, without image extensions
     */
    public static List<Buildpack> parse(byte[] toml) {
        return TomlTable.read(toml).tables("group").stream()
                .filter(entry -> !entry.bool("extension"))
                .map(entry -> new Buildpack(entry.string("id"), entry.string("version"), entry.string("api")))
                .toList();
    }
}
