package dev.restorer.benchmarks.commands;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The figures of works as a table for the documentation, with a list of the latencies of restores at once behind it.
 */
final class MarkdownTable {

    private static final String HEAD = """
            | work | floor, seconds | restore, seconds (processor) | ratio | goal |
            | --- | --- | --- | --- | --- |
            """;

    private MarkdownTable() {}

    static String of(List<Result> results, int javaVersion) {
        return HEAD
                + results.stream().map(result -> row(result, javaVersion)).collect(Collectors.joining())
                + list(results);
    }

    private static String list(List<Result> results) {
        String items = results.stream()
                .flatMap(result ->
                        result.latencies().stream().map(each -> "- " + result.work() + ", " + each.text() + "\n"))
                .collect(Collectors.joining());
        return items.isEmpty() ? "" : "\n" + items;
    }

    private static String row(Result result, int javaVersion) {
        Pairs.Outcome outcome = result.outcome();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s (%.2f) | %s | %s |\n",
                result.title(),
                outcome.floorSeconds,
                outcome.seconds,
                outcome.cpuSeconds.median(),
                outcome.ratios,
                result.work().goal(javaVersion));
    }
}
