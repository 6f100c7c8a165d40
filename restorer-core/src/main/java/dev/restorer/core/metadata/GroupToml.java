package dev.restorer.core.metadata;

import dev.restorer.api.Buildpack;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads the buildpacks of a {@code group.toml}. */
final class GroupToml {

    private GroupToml() {}

    static List<Buildpack> parse(byte[] toml) {
        List<Buildpack> buildpacks = new ArrayList<>();
        for (JsonNode entry : TomlFields.tables(TomlFormat.tree(toml), "group")) {
            if (!TomlFields.bool(entry, "extension")) {
                buildpacks.add(buildpack(entry));
            }
        }
        return buildpacks;
    }

    private static Buildpack buildpack(JsonNode entry) {
        return new Buildpack(
                TomlFields.string(entry, "id"), TomlFields.string(entry, "version"), TomlFields.string(entry, "api"));
    }
}
