package dev.restorer.shastore.redis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which nodes were tried in vain, so that none is tried twice, and what is to be said in the end. */
final class Attempts {

    private static final int MOST_TOLD = 5;

    private final Map<Node, NodeFailure> failures = new LinkedHashMap<>();

    void add(Node node, NodeFailure failure) {
        failures.putIfAbsent(node, failure);
    }

    boolean has(Node node) {
        return failures.containsKey(node);
    }

    /** Tells whether to try no other, as there is something to say already and no time. */
    boolean isOver(Deadline deadline) {
        return !failures.isEmpty() && deadline.isOver();
    }

    /** Says what is wrong with each; what to do is that of a node that was reached, if one was. */
    NodeFailure failure(String kind, List<Node> configured) {
        NodeFailure telling = failures.values().stream()
                .filter(NodeFailure::reached)
                .findFirst()
                .orElseGet(() -> failures.values().iterator().next());
        if (failures.keySet().equals(Set.copyOf(configured)) && configured.size() == 1) {
            return telling;
        }
        String problems = failures.values().stream()
                .limit(MOST_TOLD)
                .map(NodeFailure::problem)
                .collect(Collectors.joining("; "));
        return new NodeFailure(
                "no " + kind + " of " + names(configured) + " leads further: " + problems,
                telling.remedy(),
                telling.cause());
    }

    static String names(List<Node> nodes) {
        return nodes.stream().map(Node::toString).collect(Collectors.joining(","));
    }
}
