package dev.restorer.api;

import java.util.Objects;

/**
 * A step of a decision about a layer.
 *
 * @param rule the rule that was applied
 * @param holds whether what it says is true of the layer; if not, it is the last step and gives the reason
 * @since 0.1
 */
public record RuleStep(DecisionRule rule, boolean holds) {

    /**
     * Checks that the rule is not null.
     *
     * @param rule the rule
     * @param holds whether what it says is true of the layer
     * @throws NullPointerException if the rule is null
     */
    public RuleStep {
        Objects.requireNonNull(rule, "rule");
    }
}
