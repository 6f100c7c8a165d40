package dev.restorer.images.registry.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;

/**
 * The rules for retries. If a server asks to wait longer than the maximum, there is no retry, since it would fail too.
 *
 * @param attempts the maximum number of attempts
 * @param first the time before the second attempt, which doubles with each further attempt
 * @param longest the maximum time before an attempt
 */
public record Retries(int attempts, Duration first, Duration longest) {

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int MAX_DIGITS = 9;

    public static Retries defaults() {
        return new Retries(4, Duration.ofMillis(500), Duration.ofSeconds(30));
    }

    static boolean isTemporary(int status) {
        return status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
    }

    /** Returns the time to wait after an attempt, or -1 if it was the last. */
    public long waitNanos(int attempt) {
        return attempt >= attempts ? -1 : Math.min(first.toNanos() << (attempt - 1), longest.toNanos());
    }

    /** Returns the time to wait after a response, or -1 if there is no retry. */
    public long waitNanos(Response response, int attempt) {
        long wait = isTemporary(response.status()) ? waitNanos(attempt) : -1;
        if (wait < 0) {
            return -1;
        }
        long requested = retryAfterNanos(response.header("Retry-After"), response.header("Date"));
        return requested > longest.toNanos() ? -1 : Math.max(wait, requested);
    }

    /**
     * Returns the time of the header, which is a number of seconds or a date. A date is compared with the server's
     * clock.
     */
    private static long retryAfterNanos(String retryAfter, String date) {
        if (!retryAfter.isEmpty()
                && retryAfter.length() <= MAX_DIGITS
                && retryAfter.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ofSeconds(Integer.parseInt(retryAfter)).toNanos();
        }
        try {
            DateTimeFormatter format = DateTimeFormatter.RFC_1123_DATE_TIME;
            Duration wait =
                    Duration.between(ZonedDateTime.parse(date, format), ZonedDateTime.parse(retryAfter, format));
            return TimeUnit.SECONDS.toNanos(wait.toSeconds()); // the maximum for a date in centuries
        } catch (DateTimeException e) {
            return 0;
        }
    }
}
