package dev.restorer.cli.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the name that was probably meant, by the number of changed characters. */
public final class Suggestion {

    /** A longer name is not compared, since that takes time in proportion to the product of the lengths. */
    private static final int MAX_LENGTH = 200;

    private Suggestion() {}

    /**
     * Finds the most similar name.
     *
     * @param mistyped what was given
     * @param names the names that exist
     * @return the name, or empty if none is similar
     */
    public static Optional<String> of(String mistyped, Stream<String> names) {
        int limit = Math.max(1, mistyped.length() / 3);
        return mistyped.length() > MAX_LENGTH
                ? Optional.empty()
                : names.filter(name -> Math.abs(name.length() - mistyped.length()) <= limit)
                        .filter(name -> distance(mistyped, name) <= limit)
                        .min(Comparator.comparingInt((String name) -> distance(mistyped, name))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** Counts the characters to insert, remove, replace or swap with their neighbor. */
    static int distance(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        Arrays.setAll(last, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[other.length()];
    }
}
