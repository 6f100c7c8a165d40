package dev.restorer.core.metadata;

import dev.restorer.api.Buildpack;
import dev.restorer.api.Group;
import dev.restorer.core.formats.TomlTable;
import java.util.List;

/** Reads a {@code group.toml}. */
public final class GroupToml {

    private static final String EXTENSION = "extension";

    private GroupToml() {}

    /**
     * Reads a document.
     *
     * @param toml the bytes of the file
     * @return its buildpacks, and whether it has image extensions: an entry that says so, or a list of their own
     */
    public static Group parse(byte[] toml) {
        TomlTable root = TomlTable.read(toml);
        List<TomlTable> entries = root.tables("group");
        List<Buildpack> buildpacks = entries.stream()
                .filter(entry -> !entry.bool(EXTENSION))
                .map(entry -> new Buildpack(entry.string("id"), entry.string("version"), entry.string("api")))
                .toList();
        return new Group(
                buildpacks,
                buildpacks.size() < entries.size()
                        || !root.tables("group-extensions").isEmpty());
    }
}
