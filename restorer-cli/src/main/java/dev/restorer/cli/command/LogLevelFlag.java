package dev.restorer.cli.command;

import dev.restorer.cli.log.LogLevel;
import java.util.Locale;

/** The flag that says how much is told. */
final class LogLevelFlag {

    private LogLevelFlag() {}

    /** Adds it to a command. */
    static void addTo(Flags flags) {
        flags.text("log-level", "LEVEL", "debug, info, warn or error: the least that is told (CNB_LOG_LEVEL)");
    }

    /** Returns the level that is asked for, or the usual one of the subcommand. */
    static LogLevel in(FlagReader flags, LogLevel usual) {
        FlagReader.Given given = flags.given("--log-level", "CNB_LOG_LEVEL");
        return given == null ? usual : parse(given, flags);
    }

    private static LogLevel parse(FlagReader.Given given, FlagReader flags) {
        for (LogLevel known : LogLevel.values()) {
            if (known.name().equals(given.text().toUpperCase(Locale.ROOT))) {
                return known;
            }
        }
        throw flags.wrong(given.refusal() + ": give debug, info, warn or error");
    }
}
