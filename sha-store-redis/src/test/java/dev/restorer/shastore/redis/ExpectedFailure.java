package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.restorer.spi.ShaStoreException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts what is true of every failure: one line, a remedy, no password and no exception of Jedis. */
public final class ExpectedFailure {

    /** The password in all tests. */
    public static final String SECRET = "s3cr3t-pa55";

    private ExpectedFailure() {}

    /** Asserts that a call fails, with all parts in the message. */
    public static ShaStoreException of(ThrowingCallable call, String... parts) {
        ShaStoreException failure = catchThrowableOfType(ShaStoreException.class, call);
        assertThat(failure).as("it fails").isNotNull();
        assertThat(failure.getMessage())
                .startsWith("SHA store redis: ")
                .contains(parts)
                .hasLineCount(1);
        assertThat(failure.remedy()).isNotBlank();
        assertThat(stackTrace(failure)).doesNotContain(SECRET);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(cause.getClass().getName()).doesNotStartWith("redis.clients");
            assertThat(cause.getSuppressed()).isEmpty();
        }
        return failure;
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
