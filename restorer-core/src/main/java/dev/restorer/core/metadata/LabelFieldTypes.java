package dev.restorer.core.metadata;

import dev.restorer.core.formats.json.JsonReader;
import java.util.function.Consumer;

/**
 * The types of the fields of a label that a restore does not need. The lifecycle reads all fields, and uses none of a
 * label in which one has another type. The metadata of a cache has none of these fields.
 */
final class LabelFieldTypes {

    private final JsonReader fields;

    LabelFieldTypes(JsonReader fields) {
        this.fields = fields;
    }

    /**
     * Checks the value of a field if it is one of them. Names in another case are in lower case.
     *
     * @param name its name
     * @return whether it is one of them
     * @throws dev.restorer.core.formats.FormatException if it has another type
     */
    boolean require(String name) {
        switch (name) {
            case "app" -> fields.array(this::layer);
            case "config", "launcher", "process-types" -> layer();
            case "runImage", "runimage" -> fields.object(this::runImageField);
            case "stack" -> fields.object(this::stackField);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void layer() {
        fields.object(this::layerField);
    }

    private void layerField(String name) {
        switch (name) {
            case "sha" -> fields.skipString();
            default -> fields.other(name, this::layerField);
        }
    }

    private void runImageField(String name) {
        switch (name) {
            case "topLayer", "toplayer", "reference" -> fields.skipString();
            default -> nameField(name, this::runImageField);
        }
    }

    private void stackField(String name) {
        switch (name) {
            case "runImage", "runimage" -> fields.object(this::stackImageField);
            default -> fields.other(name, this::stackField);
        }
    }

    private void stackImageField(String name) {
        nameField(name, this::stackImageField);
    }

    private void nameField(String name, Consumer<String> all) {
        switch (name) {
            case "image" -> fields.skipString();
            case "mirrors" -> fields.array(fields::skipString);
            default -> fields.other(name, all);
        }
    }
}
