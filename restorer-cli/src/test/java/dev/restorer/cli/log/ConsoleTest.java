package dev.restorer.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

class ConsoleTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Buffered, like the streams of a process. */
    private PrintStream stream() {
        return new PrintStream(new java.io.BufferedOutputStream(bytes, 1 << 16), false, StandardCharsets.UTF_8);
    }

    @Test
    void theOrderOfBothStreamsIsKept() {
        Console console = new Console(stream(), stream());
        console.log().info("one");
        console.log().warn("two");
        console.log().info("three");
        console.log().error("four");
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("one", "Warning: two", "three", "ERROR: four");
    }

    @Test
    void standardOutputIsNotFlushedLineByLine() {
        Console console = new Console(stream(), stream());
        console.log().info("one");
        assertThat(bytes.size()).isZero();
        console.flush();
        assertThat(bytes.size()).isPositive();
    }

    @Test
    void aStatusIsErasedBeforeOtherOutput() {
        Console console = new Console(stream(), stream());
        console.showStatus("half");
        console.log().info("one");
        console.flush();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("\rhalf\r    \rone" + System.lineSeparator());
    }

    @Test
    void aStatusIsErasedBeforeAWarningAndBeforeOutput() {
        Console console = new Console(stream(), stream());
        console.showStatus("half");
        console.log().warn("one");
        console.showStatus("half");
        console.print("two");
        console.flush();
        assertThat(Screen.of(bytes)).containsExactly("Warning: one", "two", "");
    }

    @Test
    void aStatusIsErasedBeforeAnUnbufferedLine() {
        PrintStream unbuffered = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        Console console = new Console(unbuffered, unbuffered);
        console.showStatus("a long status");
        console.print("one");
        console.showStatus("a long status");
        console.log().info("two");
        assertThat(Screen.of(bytes)).containsExactly("one", "two", "");
    }

    @Test
    void aStatusIsErasedBeforeAStackTrace() {
        Console console = new Console(stream(), stream());
        console.log().level(Level.DEBUG);
        console.showStatus("a status that is longer than that");
        console.log().trace(new IllegalStateException("a"));
        assertThat(Screen.of(bytes)).first().isEqualTo("java.lang.IllegalStateException: a");
    }

    @Test
    void aStatusIsErasedByAFlush() {
        Console console = new Console(stream(), stream());
        console.showStatus("half");
        console.flush();
        assertThat(Screen.of(bytes)).containsExactly("");
    }

    @Test
    void aStatusFollowsEarlierOutput() {
        Console console = new Console(stream(), stream());
        console.log().info("one");
        console.showStatus("half");
        assertThat(Screen.of(bytes)).containsExactly("one", "half");
    }

    @Test
    void aShorterStatusErasesTheLongerOne() {
        Console console = new Console(stream(), stream());
        console.showStatus("a long one");
        console.showStatus("short");
        assertThat(Screen.of(bytes)).containsExactly("short");
        console.eraseStatus();
        assertThat(Screen.of(bytes)).containsExactly("");
    }

    @Test
    void aStatusStaysOnItsLine() {
        Console console = new Console(stream(), stream());
        console.showStatus("a\nb\rc");
        assertThat(Screen.of(bytes)).containsExactly("a\\nb\\rc");
    }

    @Test
    void aLineBelowTheLevelDoesNotEraseAStatus() {
        Console console = new Console(stream(), stream());
        console.showStatus("half");
        console.log().write(Level.DEBUG, "nothing");
        assertThat(Screen.of(bytes)).containsExactly("half");
    }

    @Test
    void withoutAStatusNothingIsErased() {
        Console console = new Console(stream(), stream());
        console.eraseStatus();
        console.flush();
        assertThat(bytes.size()).isZero();
    }

    @Test
    void slf4jIsBoundToTheConsole() {
        assertThat(LoggerFactory.getILoggerFactory().getLogger("any")).isInstanceOf(ConsoleLogger.class);
    }

    @Test
    void lineBreaksInAMessageAreEscaped() {
        Console console = new Console(stream(), stream());
        console.log().info("a\r\n\tb\u001b[2J\u202e");
        console.flush();
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("a\\r\\n\\tb\\x1b[2J\\u202e" + System.lineSeparator());
    }

    @Test
    void theHttpClientLogsNoCredentialsWhateverTheLevel() {
        useDebugLevel();
        assertThat(LoggerFactory.getLogger("org.apache.hc.client5.http.headers").isDebugEnabled())
                .isFalse();
        assertThat(LoggerFactory.getLogger("org.apache.hc").isDebugEnabled()).isFalse();
        assertThat(LoggerFactory.getLogger("org.apache.hcx").isDebugEnabled()).isTrue();
    }

    /** It warns of a challenge with several schemes, which is valid, and names neither the registry nor a remedy. */
    @Test
    void theHttpClientLogsErrorsAlone() {
        useDebugLevel();
        assertThat(LoggerFactory.getLogger("org.apache.hc").isWarnEnabled()).isFalse();
        assertThat(LoggerFactory.getLogger("org.apache.hc").isErrorEnabled()).isTrue();
    }

    private static void useDebugLevel() {
        Console console = new Console(System.out, System.err);
        console.log().level(Level.DEBUG);
        Console.use(console);
    }
}
