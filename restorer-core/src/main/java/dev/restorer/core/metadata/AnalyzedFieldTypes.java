package dev.restorer.core.metadata;

import dev.restorer.core.formats.toml.TomlTable;

/**
 * The types of the fields of {@code analyzed.toml} that a restore does not need. The lifecycle reads all fields, and
 * uses none of a file in which one has another type.
 */
final class AnalyzedFieldTypes {

    private static final String IMAGE = "image";
    private static final String REFERENCE = "reference";
    private static final String RUN_IMAGE = "run-image";

    private AnalyzedFieldTypes() {}

    /**
     * Checks the types.
     *
     * @param root the document
     * @throws dev.restorer.core.formats.FormatException if one of the fields has another type
     */
    static void require(TomlTable root) {
        root.table(IMAGE).string(REFERENCE);
        root.table("build-image").string(REFERENCE);
        requireRunImage(root.table(RUN_IMAGE));
        requireMetadata(root.table("metadata"));
    }

    private static void requireRunImage(TomlTable image) {
        image.string(REFERENCE);
        image.string(IMAGE);
        image.bool("extend");
        TomlTable target = image.table("target");
        target.string("id");
        target.string("os");
        target.string("arch");
        target.string("arch-variant");
        TomlTable distro = target.table("distro");
        distro.string("name");
        distro.string("version");
    }

    private static void requireMetadata(TomlTable metadata) {
        for (TomlTable layer : metadata.tables("app")) {
            requireLayer(layer);
        }
        requireLayer(metadata.table("sbom"));
        requireLayer(metadata.table("config"));
        requireLayer(metadata.table("launcher"));
        requireLayer(metadata.table("process-types"));
        TomlTable image = metadata.table(RUN_IMAGE);
        image.string("top-layer");
        image.string(REFERENCE);
        requireNames(image);
        requireNames(metadata.table("stack").table(RUN_IMAGE));
    }

    private static void requireLayer(TomlTable layer) {
        layer.string("sha");
    }

    private static void requireNames(TomlTable image) {
        image.string(IMAGE);
        image.strings("mirrors");
    }
}
