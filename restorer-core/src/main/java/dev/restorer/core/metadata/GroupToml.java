package dev.restorer.core.metadata;

import dev.restorer.api.Buildpack;
import dev.restorer.api.Group;
import dev.restorer.core.formats.toml.TomlTable;
import java.util.List;

/** Reads a {@code group.toml}. */
public final class GroupToml {

    private GroupToml() {}

    /**
     * Reads a document.
     *
     * @param toml the bytes of the file
     * @return its buildpacks, and whether it has image extensions, which are in a list of their own. As in the
     *     lifecycle, an entry in the list of buildpacks is one, even if it says that it is an extension
     */
    public static Group parse(byte[] toml) {
        TomlTable root = TomlTable.read(toml);
        List<Buildpack> buildpacks =
                root.tables("group").stream().map(GroupToml::buildpack).toList();
        List<TomlTable> extensions = root.tables("group-extensions");
        extensions.forEach(GroupToml::buildpack);
        return new Group(buildpacks, !extensions.isEmpty());
    }

    private static Buildpack buildpack(TomlTable entry) {
        // these have no effect, but must have their types
        entry.bool("extension");
        entry.bool("optional");
        entry.string("homepage");
        return new Buildpack(entry.string("id"), entry.string("version"), entry.string("api"));
    }
}
