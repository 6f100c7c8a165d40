package dev.restorer.shastore.redis;

/** Leads to the one server that there is. */
record SingleRoute(Node node, Connector connector, Login login) implements Route {

    @Override
    public NodeConnection connect(Deadline deadline) throws NodeFailure {
        return connectTo(node, deadline);
    }

    @Override
    public NodeConnection connectTo(Node other, Deadline deadline) throws NodeFailure {
        return connector.connect(other, login, deadline);
    }

    @Override
    public Turn after(Reply.Refusal refusal, Node refusing) {
        return new Turn.Tell();
    }

    @Override
    public String toString() {
        return node.toString();
    }
}
