package dev.restorer.conformance;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Set;
import org.slf4j.LoggerFactory;

/** Keeps what is logged while it is open, and keeps it off the console. */
final class LogCapture implements AutoCloseable {

    private static final Set<Level> DECISIONS = Set.of(Level.DEBUG, Level.INFO);

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.restorer");
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    LogCapture() {
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        appender.start();
        logger.addAppender(appender);
    }

    List<String> infoAndDebug() {
        return appender.list.stream()
                .filter(event -> DECISIONS.contains(event.getLevel()))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
        logger.setAdditive(true);
    }
}
