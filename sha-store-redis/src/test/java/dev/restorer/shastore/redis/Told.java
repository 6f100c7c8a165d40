package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.restorer.spi.ShaStoreException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What every failure has to be: told in one line, with what to do, and without a secret or a type of Jedis. */
final class Told {

    /** The password of all tests. */
    static final String SECRET = "s3cr3t-pa55";

    private Told() {}

    /** The parts are of the message, such as host and port. */
    static ShaStoreException by(ThrowingCallable call, String... parts) {
        ShaStoreException told = catchThrowableOfType(ShaStoreException.class, call);
        assertThat(told).as("it fails").isNotNull();
        assertThat(told.getMessage())
                .startsWith("SHA store redis: ")
                .contains(parts)
                .hasLineCount(1);
        assertThat(told.remedy()).isNotBlank();
        assertThat(written(told)).doesNotContain(SECRET);
        for (Throwable cause = told; cause != null; cause = cause.getCause()) {
            assertThat(cause.getClass().getName()).doesNotStartWith("redis.clients");
            assertThat(cause.getSuppressed()).isEmpty();
        }
        return told;
    }

    private static String written(Throwable told) {
        StringWriter written = new StringWriter();
        told.printStackTrace(new PrintWriter(written));
        return written.toString();
    }
}
