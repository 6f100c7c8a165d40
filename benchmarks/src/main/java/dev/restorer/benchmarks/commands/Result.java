package dev.restorer.benchmarks.commands;

import dev.restorer.benchmarks.data.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The figures of a work.
 *
 * @param work what was done
 * @param entries the number of files and directories that were compared with those of tar
 * @param files the number of files
 * @param outcome what each of the two took
 * @param latencies the times of restores that run at once, if the work has such
 */
record Result(Work work, long entries, long files, Pairs.Outcome outcome, List<Latency> latencies) {

    private static final double MICROS = 1e6;

    double ratio() {
        return outcome.ratios.median();
    }

    double microsecondsAFile() {
        return outcome.seconds.median() * MICROS / files;
    }

    /** Returns what was done, and what it is compared with. */
    String title() {
        return work.title() + ", against "
                + work.floors().stream().map(Floor::title).collect(Collectors.joining(", or "));
    }

    boolean misses(int javaVersion) {
        return ratio() > work.goal(javaVersion);
    }

    /** Returns the lines for a terminal. */
    String text(int javaVersion) {
        return String.format(
                Locale.ROOT,
                "%s: %s%n  %s times the floor, goal at most %s: %s%s%n"
                        + "  restore, seconds %s, processor %s%n  floor, seconds %s, processor %s%s",
                work,
                title(),
                outcome.ratios,
                work.goal(javaVersion),
                misses(javaVersion) ? "missed" : "reached",
                entries == 0 ? "" : "; " + entries + " files and directories are those of tar",
                outcome.seconds,
                outcome.cpuSeconds,
                outcome.floorSeconds,
                outcome.floorCpuSeconds,
                latencies.stream().map(each -> "\n  " + each.text()).collect(Collectors.joining()));
    }

    /** Returns the figures for a file. */
    Map<String, Object> json(int javaVersion) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("work", work.toString());
        figures.put("title", work.title());
        figures.put("goal", work.goal(javaVersion));
        figures.put("files", files);
        figures.put("ratio", json(outcome.ratios));
        figures.put("seconds", json(outcome.seconds));
        figures.put("cpuSeconds", json(outcome.cpuSeconds));
        figures.put("floorSeconds", json(outcome.floorSeconds));
        figures.put("floorCpuSeconds", json(outcome.floorCpuSeconds));
        figures.put("comparedEntries", entries);
        figures.put("milliseconds", latencies.stream().map(Latency::json).toList());
        return figures;
    }

    private static Map<String, Double> json(Series series) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("median", series.median());
        figures.put("least", series.least());
        figures.put("greatest", series.greatest());
        return figures;
    }
}
