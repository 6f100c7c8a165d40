package dev.restorer.cli.command;

import dev.restorer.cli.log.LogLevel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The flag that says how much is told. */
final class LogLevelFlag {

    private @Nullable String level;

    /** Adds it to a command. */
    void addTo(Flags flags) {
        flags.text(
                "log-level",
                "LEVEL",
                "debug, info, warn or error: the least that is told (CNB_LOG_LEVEL)",
                given -> level = given);
    }

    /** Returns the level that is asked for, or the usual one of the subcommand. */
    LogLevel in(Environment environment, CommandLine line, LogLevel usual) {
        FlagReader flags = new FlagReader(environment, line);
        FlagReader.Given given = flags.given("--log-level", level, "CNB_LOG_LEVEL");
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
