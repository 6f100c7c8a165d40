package dev.restorer.core.contents.tar;

import dev.restorer.core.contents.failure.RejectedException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The pax records of GNU tar that describe a sparse file, in the versions 0.0, 0.1 and 1.0. An empty record is as good
 * as none. (GNU tar, "Storing Sparse Files")
 */
final class SparseRecords {

    /** What the keys of these records begin with. */
    static final String PREFIX = "GNU.sparse.";

    private String major = "";
    private String minor = "";
    private String name = "";
    private String size = "";
    private String realSize = "";
    private String count = "";
    private String map = "";

    /** The numbers of a map that has a record for each of them (0.0), each followed by a comma. */
    private final StringBuilder numbers = new StringBuilder();

    /** Whether the last of these is an offset, whose length must follow. */
    private boolean lengthFollows;

    /**
     * Adds a record, which replaces one with the same key.
     *
     * @param key the key without the prefix
     * @param value the value, decoded as ISO 8859-1
     * @throws RejectedException if it is damaged
     */
    void put(String key, String value) throws RejectedException {
        switch (key) {
            case "major" -> major = value;
            case "minor" -> minor = value;
            case "name" -> name = value;
            case "size" -> size = value;
            case "realsize" -> realSize = value;
            case "numblocks" -> count = value;
            case "map" -> map = value;
            case "offset" -> addNumber(value, false);
            case "numbytes" -> addNumber(value, true);
            default -> {}
        }
    }

    private void addNumber(String value, boolean length) throws RejectedException {
        if (length != lengthFollows || value.indexOf(',') >= 0) {
            throw PaxRecords.damaged();
        }
        numbers.append(value).append(',');
        lengthFollows = !length;
    }

    /**
     * Tells whether they describe a file. With an unknown version it is not read as a sparse file, as in Go's reader.
     */
    boolean hasMap() {
        return switch (major + "." + minor) {
            case "0.0", "0.1", "1.0" -> true;
            case "." -> !map().isEmpty();
            default -> false;
        };
    }

    /** Tells whether the map is at the start of the contents (1.0), and not in these records. */
    boolean isMapInContents() {
        return major.equals("1");
    }

    /** Returns the name of the file, which is in no other record; or null. */
    byte @Nullable [] name() {
        return name.isEmpty() ? null : name.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns the size of the file, in decimal digits; empty if it is that of its contents in the tar. */
    String size() {
        return size.isEmpty() ? realSize : size;
    }

    /** Returns the number of fragments, in decimal digits. */
    String count() {
        return count;
    }

    /** Returns the offset and the length of each fragment, in decimal digits with a comma after each of them. */
    String map() {
        if (numbers.length() > 0) {
            return numbers.toString();
        }
        return map.isEmpty() ? "" : map + ',';
    }
}
