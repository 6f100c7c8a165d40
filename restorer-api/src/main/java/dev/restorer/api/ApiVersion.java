package dev.restorer.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a Platform API or a Buildpack API, such as {@code 0.10}.
 *
 * @param major the number before the dot
 * @param minor the number after the dot; versions are ordered as numbers, so {@code 0.10} comes after {@code 0.9}
 * @since 0.1
 */
public record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {

    private static final Pattern TEXT = Pattern.compile("v?(\\d{1,9})(?:\\.(\\d{1,9}))?");

    /**
     * Reads a version. A leading {@code v} and an absent minor number are accepted, as the lifecycle does.
     *
     * @param text the text of a version
     * @return the version, or empty if the text is not a version
     */
    public static Optional<ApiVersion> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String minor = matcher.group(2);
        return Optional.of(
                new ApiVersion(Integer.parseInt(matcher.group(1)), minor == null ? 0 : Integer.parseInt(minor)));
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
