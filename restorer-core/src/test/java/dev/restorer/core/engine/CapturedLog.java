package dev.restorer.core.engine;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What is logged while it is open, each line with its level in front. */
public final class CapturedLog implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger("dev.restorer");
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    /** Starts to capture. */
    public CapturedLog() {
        root.setLevel(Level.DEBUG);
        appender.start();
        root.addAppender(appender);
    }

    /** Returns the lines so far. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        appender.list.forEach(event -> lines.add(event.getLevel() + " " + event.getFormattedMessage()));
        return lines;
    }

    @Override
    public void close() {
        root.detachAppender(appender);
    }
}
