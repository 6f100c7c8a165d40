package dev.restorer.conformance;

import java.util.List;
import java.util.regex.Pattern;

/** The lines of a log that tell what was decided, sorted as the cases have them. */
final class DecisionLines {

    private static final Pattern DECISION = Pattern.compile("(Restoring|Not restoring|Removing|Skipping) .*");

    private DecisionLines() {}

    static List<String> of(List<String> lines) {
        return lines.stream()
                .filter(line -> DECISION.matcher(line).matches())
                .sorted()
                .toList();
    }
}
