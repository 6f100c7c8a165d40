package dev.restorer.core.formats.toml;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces an offset from UTC of more than 18 hours, which TOML allows and {@code java.time} does not, by one of 18
 * hours: the time is then the same instant.
 */
final class WideOffset {

    private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[Tt ](\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)"
            + "([+-])((?:19|2[0-3]):[0-5]\\d|18:0[1-9]|18:[1-5]\\d)");

    private static final LocalTime MAX_OFFSET = LocalTime.of(18, 0);
    private static final int MAX_TIME = "00:00:00.123456789".length();
    private static final int MAX_YEAR = 9999;

    private WideOffset() {}

    /** Returns a matcher of times with such an offset; their date and time may not exist. */
    static Matcher matcher(String toml) {
        return TIME.matcher(toml);
    }

    /**
     * Returns the same instant with an offset of 18 hours, without digits beyond nanoseconds.
     *
     * @param match a match of {@link #matcher}
     * @return the time as TOML; null if it does not exist, or would be in a year that TOML does not have
     */
    static @Nullable String replacement(MatchResult match) {
        String time = match.group(2);
        Duration excess = Duration.between(MAX_OFFSET, LocalTime.parse(match.group(4)));
        boolean isEast = match.group(3).equals("+");
        try {
            LocalDateTime old =
                    LocalDateTime.parse(match.group(1) + "T" + time.substring(0, Math.min(time.length(), MAX_TIME)));
            LocalDateTime moved = isEast ? old.minus(excess) : old.plus(excess);
            return moved.getYear() < 0 || moved.getYear() > MAX_YEAR
                    ? null
                    : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moved) + match.group(3) + MAX_OFFSET;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
