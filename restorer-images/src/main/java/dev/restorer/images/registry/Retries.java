package dev.restorer.images.registry;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * When to ask again, and how often. A server that asks for more time than is waited is not asked again, since it would
 * answer the same.
 *
 * @param attempts how often at most
 * @param first how long to wait before the second time; each wait after that is twice as long
 * @param longest how long to wait at most
 */
record Retries(int attempts, Duration first, Duration longest) {

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int MAX_DIGITS = 9;

    static Retries defaults() {
        return new Retries(4, Duration.ofMillis(500), Duration.ofSeconds(30));
    }

    /** Returns how long to wait after an attempt, or -1 if it was the last. */
    long waitNanos(int attempt) {
        return attempt >= attempts ? -1 : Math.min(first.toNanos() << (attempt - 1), longest.toNanos());
    }

    /** Returns how long to wait after an answer, or -1 if it counts. */
    long waitNanos(Response response, int attempt) {
        int status = response.status();
        boolean isPassing = status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
        long wait = isPassing ? waitNanos(attempt) : -1;
        if (wait < 0) {
            return -1;
        }
        long asked = askedNanos(response.header("Retry-After"), response.header("Date"));
        return asked > longest.toNanos() ? -1 : Math.max(wait, asked);
    }

    /** A moment is compared with the server's own clock. */
    private static long askedNanos(String retryAfter, String date) {
        if (!retryAfter.isEmpty()
                && retryAfter.length() <= MAX_DIGITS
                && retryAfter.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ofSeconds(Integer.parseInt(retryAfter)).toNanos();
        }
        try {
            DateTimeFormatter format = DateTimeFormatter.RFC_1123_DATE_TIME;
            return Duration.between(ZonedDateTime.parse(date, format), ZonedDateTime.parse(retryAfter, format))
                    .toNanos();
        } catch (DateTimeException | ArithmeticException e) {
            return 0;
        }
    }
}
