package dev.restorer.formats;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The names of fields in documents that the lifecycle reads into structs. Go's decoders of JSON and TOML take a key
 * that is not the name of a field for the field whose name differs in case only. Keys of maps, such as the names of
 * layers, are compared exactly.
 */
public final class FieldNames {

    private static final char LONG_S = '\u017f';

    private FieldNames() {}

    /**
     * Finds the key of a field in a document: the name of the field, or else the last key that differs in case only. If
     * there are several of those, the lifecycle uses any of them.
     *
     * @param keys all keys
     * @param field the name of the field, in lower case, or one of the keys
     * @return the key, or null if there is none
     */
    public static @Nullable String find(Collection<String> keys, String field) {
        if (keys.contains(field)) {
            return field;
        }
        String found = null;
        for (String key : keys) {
            if (key.length() == field.length() && fold(key).equals(field)) {
                found = key;
            }
        }
        return found;
    }

    /**
     * Returns a key in lower case, in which the name of a field has letters of ASCII only. The characters that become
     * such a letter are those that Unicode's simple case folding maps to one: the letters of ASCII, the long s, and the
     * Kelvin sign.
     *
     * @param key the key, which is not the exact name of a field
     * @return the key in lower case, which is the name of a field if the key is that name in another case
     */
    public static String fold(String key) {
        return key.toLowerCase(Locale.ROOT).replace(LONG_S, 's');
    }
}
