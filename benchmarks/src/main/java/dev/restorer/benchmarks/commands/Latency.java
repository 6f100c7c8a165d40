package dev.restorer.benchmarks.commands;

import dev.restorer.benchmarks.data.Series;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How long each restore takes from its begin to its end, if so many run at once.
 *
 * @param atOnce how many run at once
 * @param milliseconds the times of all of them
 */
record Latency(int atOnce, Series milliseconds) {

    private static final double LAST_OF_A_HUNDRED = 99;

    /** Returns a line for a person. */
    String text() {
        return String.format(
                Locale.ROOT,
                "%d at once: a restore takes %.1f ms (median), %.1f ms (99 of 100), %.1f ms at most; %d restores",
                atOnce,
                milliseconds.median(),
                milliseconds.percentile(LAST_OF_A_HUNDRED),
                milliseconds.greatest(),
                milliseconds.size());
    }

    /** Returns the figures for a file. */
    Map<String, Number> json() {
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("atOnce", atOnce);
        figures.put("restores", milliseconds.size());
        figures.put("median", milliseconds.median());
        figures.put("percentile99", milliseconds.percentile(LAST_OF_A_HUNDRED));
        figures.put("greatest", milliseconds.greatest());
        return figures;
    }
}
