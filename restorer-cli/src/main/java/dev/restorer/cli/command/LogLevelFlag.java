package dev.restorer.cli.command;

import dev.restorer.cli.log.LogLevel;
import java.util.List;
import java.util.Locale;

/** The flag for the log level. */
final class LogLevelFlag {

    private LogLevelFlag() {}

    /** Adds the flag to a command, whose help names its default level. */
    static void addTo(Flags flags, String defaultLevel) {
        flags.text(
                "log-level",
                "LEVEL",
                "debug, info, warn (or warning) or error (or fatal): the lowest level that is logged (CNB_LOG_LEVEL; "
                        + defaultLevel + ")",
                List.of("debug", "info", "warn", "warning", "error", "fatal"));
    }

    /** Returns the level of the flag or its variable, or the default level of the subcommand. */
    static LogLevel in(FlagReader flags, LogLevel defaultLevel) {
        FlagReader.Value given = flags.given("--log-level", "CNB_LOG_LEVEL");
        return given == null ? defaultLevel : parse(given, flags);
    }

    private static LogLevel parse(FlagReader.Value given, FlagReader flags) {
        return switch (given.text().toLowerCase(Locale.ROOT)) {
            case "debug" -> LogLevel.DEBUG;
            case "info" -> LogLevel.INFO;
            case "warn", "warning" -> LogLevel.WARN;
            // An error ends the command, so there is no level above it.
            case "error", "fatal" -> LogLevel.ERROR;
            default -> throw flags.wrong(given.refusal() + ": give debug, info, warn, warning, error or fatal");
        };
    }
}
