package dev.restorer.cli.explain;

import dev.restorer.api.RuleStep;
import dev.restorer.cli.text.Style;
import dev.restorer.cli.text.Wrapped;
import java.util.function.Consumer;

/** Prints the rules that were applied to a layer, for a terminal. */
public final class WalkText {

    private static final String INDENT = "       ";

    private WalkText() {}

    /**
     * Prints the rules.
     *
     * @param walk the rules
     * @param width the columns of the terminal
     * @param style the style of the terminal
     * @param to receives the lines
     */
    public static void print(LayerWalk walk, int width, Style style, Consumer<String> to) {
        Wrapped.paragraph(walk.title(), width, "", INDENT).stream()
                .map(style::heading)
                .forEach(to);
        for (LayerWalk.Part part : walk.parts()) {
            to.accept("");
            Wrapped.paragraph(part.title(), width, "", INDENT).forEach(to);
            part.steps().forEach(step -> print(step, width, style, to));
            Wrapped.paragraph(part.outcome(), width, "  => ", INDENT).stream()
                    .map(line -> part.restored() ? style.good(line) : style.noted(line))
                    .forEach(to);
        }
        to.accept("");
        Wrapped.paragraph("Result: " + walk.result(), width, "", INDENT).forEach(to);
    }

    private static void print(RuleStep step, int width, Style style, Consumer<String> to) {
        String first = step.holds() ? "  yes  " : "  no   ";
        String answer = step.holds() ? style.good(first) : style.bad(first);
        for (String line : Wrapped.paragraph(step.rule().description(), width, first, INDENT)) {
            to.accept(line.startsWith(first) ? answer + line.substring(first.length()) : line);
        }
        Wrapped.paragraph(step.rule().section(), width, INDENT + "(", INDENT + " ").stream()
                .reduce((all, line) -> all + "\n" + line)
                .ifPresent(section -> (section + ")").lines().forEach(to));
    }
}
