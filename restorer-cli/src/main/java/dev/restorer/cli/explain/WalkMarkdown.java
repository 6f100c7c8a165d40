package dev.restorer.cli.explain;

import java.util.function.Consumer;

/** Prints the rules that were applied to a layer, in Markdown. */
public final class WalkMarkdown {

    private WalkMarkdown() {}

    /**
     * Prints the rules.
     *
     * @param walk the rules
     * @param to receives the lines
     */
    public static void print(LayerWalk walk, Consumer<String> to) {
        to.accept("### " + Markdown.escape(walk.title()));
        for (LayerWalk.Part part : walk.parts()) {
            to.accept("");
            to.accept(Markdown.escape(part.title()));
            to.accept("");
            part.steps()
                    .forEach(step -> to.accept("1. " + (step.holds() ? "**yes**" : "**no**") + " "
                            + Markdown.escape(step.rule().description()) + " — *"
                            + Markdown.escape(step.rule().section()) + "*"));
            if (!part.steps().isEmpty()) {
                to.accept("");
            }
            to.accept("**" + Markdown.escape(part.outcome()) + "**");
        }
        to.accept("");
        to.accept(Markdown.escape("Result: " + walk.result()));
    }
}
