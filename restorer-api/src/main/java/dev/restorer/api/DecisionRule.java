package dev.restorer.api;

/**
 * A rule that a decision about a layer depends on. The constants of an enum are in the order in which they are applied.
 *
 * @since 0.1
 */
public sealed interface DecisionRule permits MetadataRule, ContentsRule {

    /**
     * Returns what must be true of the layer.
     *
     * @return a sentence without a full stop
     */
    String description();

    /**
     * Returns where the rule is from.
     *
     * @return a section of the specification, or a page of this project's documentation for a rule of its own
     */
    String section();
}
