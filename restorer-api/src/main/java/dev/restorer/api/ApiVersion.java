package dev.restorer.api;

import java.util.Optional;

/**
 * The version of a Platform API or a Buildpack API, such as {@code 0.10}.
 *
 * @param major the number before the dot
 * @param minor the number after the dot; versions are ordered as numbers, so {@code 0.10} comes after {@code 0.9}
 * @since 0.1
 */
public record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {

    /** So that a number fits in an int. */
    private static final int MAX_DIGITS = 9;

    /**
     * Creates a version.
     *
     * @param major the number before the dot
     * @param minor the number after the dot
     * @throws IllegalArgumentException if a number is negative
     */
    public ApiVersion {
        if (major < 0 || minor < 0) {
            throw new IllegalArgumentException("an API version has no negative number: " + major + "." + minor);
        }
    }

    /**
     * Reads a version. A leading {@code v} and an absent minor number are accepted, as the lifecycle does.
     *
     * @param text the text of a version
     * @return the version, or empty if the text is not a version
     */
    public static Optional<ApiVersion> parse(String text) {
        String numbers = text.startsWith("v") ? text.substring(1) : text;
        int dot = numbers.indexOf('.');
        String major = dot < 0 ? numbers : numbers.substring(0, dot);
        String minor = dot < 0 ? "0" : numbers.substring(dot + 1);
        return isNumber(major) && isNumber(minor)
                ? Optional.of(new ApiVersion(Integer.parseInt(major), Integer.parseInt(minor)))
                : Optional.empty();
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= MAX_DIGITS;
    }

    /**
     * Tells whether this version is equal to or later than another version.
     *
     * @param otherMajor the major number of the other version
     * @param otherMinor the minor number of the other version
     * @return whether this version is that version or a later one
     */
    public boolean atLeast(int otherMajor, int otherMinor) {
        return compareTo(new ApiVersion(otherMajor, otherMinor)) >= 0;
    }

    @Override
    public int compareTo(ApiVersion other) {
        return major == other.major ? Integer.compare(minor, other.minor) : Integer.compare(major, other.major);
    }

    /** Returns the version in its usual form, such as {@code 0.10}. */
    @Override
    public String toString() {
        return major + "." + minor;
    }
}
