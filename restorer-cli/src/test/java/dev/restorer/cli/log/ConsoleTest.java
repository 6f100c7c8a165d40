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

    /** Buffered, as it is in a process. */
    private PrintStream stream() {
        return new PrintStream(new java.io.BufferedOutputStream(bytes, 1 << 16), false, StandardCharsets.UTF_8);
    }

    @Test
    void bothStreamsStayInOrder() {
        Console console = new Console(stream(), stream());
        console.log(Level.INFO, "one");
        console.log(Level.WARN, "two");
        console.log(Level.INFO, "three");
        console.log(Level.ERROR, "four");
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("one", "Warning: two", "three", "ERROR: four");
    }

    @Test
    void standardOutputIsNotFlushedLineByLine() {
        Console console = new Console(stream(), stream());
        console.log(Level.INFO, "one");
        assertThat(bytes.size()).isZero();
        console.flush();
        assertThat(bytes.size()).isPositive();
    }

    @Test
    void slf4jIsBoundToTheConsole() {
        assertThat(LoggerFactory.getILoggerFactory().getLogger("any")).isInstanceOf(ConsoleLogger.class);
    }

    @Test
    void aLineStaysALine() {
        assertThat(OneLine.of("plain é")).isEqualTo("plain é");
        assertThat(OneLine.of("a\r\n\tb\u001b\u0085\u2028")).isEqualTo("a\\r\\n\\tb\\u001b\\u0085\\u2028");
    }
}
