package dev.restorer.cli.settings;

import dev.restorer.cli.arguments.FlagReader;
import dev.restorer.cli.arguments.Flags;
import java.util.List;
import java.util.Locale;
import org.slf4j.event.Level;

/**
 * The flag for the log level.
 *
 * @param defaultLevel the level if neither the flag nor its variable is given
 */
public record LogLevelFlag(Level defaultLevel) {

    /**
     * Adds the flag to a command, whose help names its default level.
     *
     * @param flags receives the flag
     */
    public void addTo(Flags flags) {
        flags.text(
                "log-level",
                "LEVEL",
                "debug, info, warn (or warning) or error (or fatal): the lowest level that is logged (CNB_LOG_LEVEL; "
                        + defaultLevel.name().toLowerCase(Locale.ROOT) + ")",
                List.of("debug", "info", "warn", "warning", "error", "fatal"));
    }

    /**
     * Reads the level.
     *
     * @param flags the flags
     * @return the level of the flag or its variable, or the default level
     */
    public Level in(FlagReader flags) {
        FlagReader.Value given = flags.given("--log-level", "CNB_LOG_LEVEL");
        return given == null ? defaultLevel : parse(given, flags);
    }

    private static Level parse(FlagReader.Value given, FlagReader flags) {
        return switch (given.text().toLowerCase(Locale.ROOT)) {
            case "debug" -> Level.DEBUG;
            case "info" -> Level.INFO;
            case "warn", "warning" -> Level.WARN;
            // An error ends the command, so there is no level above it.
            case "error", "fatal" -> Level.ERROR;
            default -> throw flags.wrong(given.refusal() + ": give debug, info, warn, warning, error or fatal");
        };
    }
}
