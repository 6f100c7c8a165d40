package dev.restorer.shastore.redis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the node that keeps the build. */
interface Locator {

    /** Connects to the node that keeps the build now, and logs in. */
    NodeConnection locate(Deadline deadline) throws NodeFailure;

    /** Connects and logs in to a node that was located, or that another one named. */
    void connect(NodeConnection connection, Deadline deadline) throws NodeFailure;

    /** Tells whether a node that refuses so has done nothing, and another one is to be located. */
    default boolean isMoved(Refusal refusal, Node refusing) {
        return false;
    }

    /** Returns the node that is to be asked this once, in place of the one that refuses so. */
    default Optional<Node> asked(Refusal refusal, Node refusing) {
        return Optional.empty();
    }

    /** The nodes that were configured. */
    List<Node> configured();

    /** Names them. */
    default String names() {
        return configured().stream().map(Node::toString).collect(Collectors.joining(","));
    }

    /** One server. */
    record Single(Node node, Connector connector, Login login) implements Locator {

        @Override
        public NodeConnection locate(Deadline deadline) throws NodeFailure {
            NodeConnection connection = connector.newConnection(node);
            connect(connection, deadline);
            return connection;
        }

        @Override
        public void connect(NodeConnection connection, Deadline deadline) throws NodeFailure {
            connector.connect(connection, login, deadline);
        }

        @Override
        public List<Node> configured() {
            return List.of(node);
        }
    }
}
