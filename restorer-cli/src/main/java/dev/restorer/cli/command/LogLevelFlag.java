package dev.restorer.cli.command;

import dev.restorer.cli.log.LogLevel;
import java.util.Locale;

/** The flag that says how much is told. */
final class LogLevelFlag {

    private LogLevelFlag() {}

    /** Adds it to a command. */
    static void addTo(Flags flags) {
        flags.text(
                "log-level",
                "LEVEL",
                "debug, info, warn (or warning) or error (or fatal): the least that is told (CNB_LOG_LEVEL)");
    }

    /** Returns the level that is asked for, or the usual one of the subcommand. */
    static LogLevel in(FlagReader flags, LogLevel usual) {
        FlagReader.Given given = flags.given("--log-level", "CNB_LOG_LEVEL");
        return given == null ? usual : parse(given, flags);
    }

    private static LogLevel parse(FlagReader.Given given, FlagReader flags) {
        return switch (given.text().toLowerCase(Locale.ROOT)) {
            case "debug" -> LogLevel.DEBUG;
            case "info" -> LogLevel.INFO;
            case "warn", "warning" -> LogLevel.WARN;
            // What is told as an error ends the command, so nothing is left out where only that is asked for.
            case "error", "fatal" -> LogLevel.ERROR;
            default -> throw flags.wrong(given.refusal() + ": give debug, info, warn, warning, error or fatal");
        };
    }
}
