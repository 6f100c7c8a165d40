package dev.restorer.core.metadata;

import dev.restorer.api.Metadata;
import dev.restorer.core.formats.toml.TomlDocument;
import dev.restorer.core.formats.toml.TomlTable;
import dev.restorer.core.formats.toml.ValueWriter;
import dev.restorer.formats.FieldNames;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole {@code analyzed.toml}, of which the base images can be changed. Everything else is kept, known or not.
 * (Platform specification, analyzed.toml)
 */
public final class AnalyzedDocument {

    private static final String RUN_IMAGE = "run-image";
    private static final String BUILD_IMAGE = "build-image";
    private static final String REFERENCE = "reference";
    private static final String IMAGE = "image";
    private static final String TARGET = "target";

    private final Map<String, Object> values;
    private final @Nullable RunImage runImage;

    private AnalyzedDocument(Map<String, Object> values, @Nullable RunImage runImage) {
        this.values = values;
        this.runImage = runImage;
    }

    /**
     * Returns a document without values.
     *
     * @return the document
     */
    public static AnalyzedDocument empty() {
        return new AnalyzedDocument(new LinkedHashMap<>(), null);
    }

    /**
     * Reads a document.
     *
     * @param toml the bytes of the file
     * @return the document
     */
    public static AnalyzedDocument parse(byte[] toml) {
        TomlTable root = TomlTable.read(toml);
        AnalyzedFieldTypes.require(root);
        RunImage runImage = root.has(RUN_IMAGE) ? runImage(root.table(RUN_IMAGE)) : null;
        return new AnalyzedDocument(new LinkedHashMap<>(copy(root.values())), runImage);
    }

    /** As in the lifecycle, a target is known if it has an operating system. */
    private static RunImage runImage(TomlTable table) {
        return new RunImage(
                table.string(IMAGE),
                table.string(REFERENCE),
                table.bool("extend"),
                !table.table(TARGET).string("os").isEmpty());
    }

    /** Metadata has the same values as TOML, and its numbers are those that can be written. */
    private static Map<String, Object> copy(Map<String, Object> values) {
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((key, value) -> copy.put(key, ((Metadata.Value) Metadata.of(value)).value()));
        return copy;
    }

    /**
     * Returns the run image as it was read.
     *
     * @return the run image, or null if there is none
     */
    public @Nullable RunImage runImage() {
        return runImage;
    }

    /**
     * Sets the reference of the build image.
     *
     * @param reference the reference
     */
    public void setBuildImage(String reference) {
        put(table(BUILD_IMAGE), REFERENCE, reference);
    }

    /**
     * Sets the reference of the run image.
     *
     * @param reference the reference
     */
    public void setRunImage(String reference) {
        put(table(RUN_IMAGE), REFERENCE, reference);
    }

    /**
     * Sets the name of the run image.
     *
     * @param name the name
     */
    public void setRunImageName(String name) {
        put(table(RUN_IMAGE), IMAGE, name);
    }

    /**
     * Sets the target of the run image, and removes the previous one with all its keys.
     *
     * @param target the keys and values
     */
    public void setTarget(Map<String, Object> target) {
        put(table(RUN_IMAGE), TARGET, target);
    }

    private Map<String, Object> table(String key) {
        Map<String, Object> table = new LinkedHashMap<>();
        String found = FieldNames.find(values.keySet(), key);
        if (found != null && values.get(found) instanceof Map<?, ?> old) {
            old.forEach((name, value) -> table.put((String) name, value));
        }
        put(values, key, table);
        return table;
    }

    /** The lifecycle, which reads the file next, may use any of several keys that differ in case only. */
    private static void put(Map<String, Object> table, String key, Object value) {
        table.keySet()
                .removeIf(other -> !other.equals(key) && FieldNames.fold(other).equals(key));
        table.put(key, value);
    }

    /**
     * Returns the document as TOML.
     *
     * @return the bytes of the file
     */
    public byte[] toToml() {
        TomlDocument document = new TomlDocument();
        new ValueWriter(document).writeAll(values);
        return document.finish();
    }
}
