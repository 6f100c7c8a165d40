package dev.restorer.api;

import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.time.temporal.ValueRange;

/** Checks dates and times, of which TOML has fewer than Java. */
final class MetadataTimes {

    /** TOML has years of four digits. */
    private static final ValueRange YEARS = ValueRange.of(0, 9999);

    private static final int MINUTE = 60;

    private MetadataTimes() {}

    static void require(Temporal time, MetadataPlace place) {
        if (time.isSupported(ChronoField.YEAR) && !YEARS.isValidIntValue(time.get(ChronoField.YEAR))) {
            throw new IllegalArgumentException(place + " is " + time + ", whose year TOML does not have");
        }
        if (time.isSupported(ChronoField.OFFSET_SECONDS) && time.get(ChronoField.OFFSET_SECONDS) % MINUTE != 0) {
            throw new IllegalArgumentException(place + " is " + time + ", and an offset in TOML does not have seconds");
        }
    }
}
