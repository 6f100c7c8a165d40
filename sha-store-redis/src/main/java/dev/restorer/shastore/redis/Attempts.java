package dev.restorer.shastore.redis;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which nodes were tried in vain, so that none is tried twice, and what is to be said in the end. */
final class Attempts {

    private final Map<Node, NodeFailure> failures = new LinkedHashMap<>();
    private final String kind;
    private final Locator locator;
    private final Deadline deadline;

    Attempts(String kind, Locator locator, Deadline deadline) {
        this.kind = kind;
        this.locator = locator;
        this.deadline = deadline;
    }

    void add(Node node, NodeFailure failure) {
        failures.putIfAbsent(node, failure);
    }

    boolean has(Node node) {
        return failures.containsKey(node);
    }

    /** Tells whether to try no other, as there is something to say already and no time. */
    boolean isOver() {
        return !failures.isEmpty() && deadline.isOver();
    }

    /** Says what is wrong with the first that was reached, since that says more than that another was not. */
    NodeFailure failure() {
        NodeFailure first = failures.values().stream()
                .filter(NodeFailure::reached)
                .findFirst()
                .orElseGet(() -> failures.values().iterator().next());
        boolean alone = failures.size() == 1 && locator.configured().size() == 1;
        return alone && failures.containsKey(locator.configured().get(0))
                ? first
                : new NodeFailure(
                        "no " + kind + " of " + locator.names() + " leads further: " + first.problem(),
                        first.remedy(),
                        first.cause());
    }
}
