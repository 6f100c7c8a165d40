package dev.restorer.cli.log;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** A logger that writes only messages, without times and class names, which the log of a build does not need. */
final class ConsoleLogger extends LegacyAbstractLogger {

    private static final long serialVersionUID = 1L;

    /**
     * The HTTP client logs headers, with credentials, at the level debug, and at warn what it makes of headers that
     * this program reads itself, such as a challenge with several schemes.
     */
    private static final String HTTP_CLIENT = "org.apache.hc.";

    private final boolean isHttpClient;

    ConsoleLogger(String name) {
        this.name = name;
        isHttpClient = (name + ".").startsWith(HTTP_CLIENT);
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public boolean isDebugEnabled() {
        return !isHttpClient && Console.current().log().isEnabled(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return !isHttpClient && Console.current().log().isEnabled(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return !isHttpClient && Console.current().log().isEnabled(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return Console.current().log().isEnabled(Level.ERROR);
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            @Nullable String pattern,
            @Nullable Object @Nullable [] arguments,
            @Nullable Throwable throwable) {
        Log log = Console.current().log();
        log.write(level, String.valueOf(MessageFormatter.basicArrayFormat(pattern, arguments)));
        if (throwable != null) {
            log.trace(throwable);
        }
    }
}
