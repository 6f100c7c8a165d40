package dev.restorer.shastore.redis;

/** Leads to the node that keeps the build. Safe for use by many threads at once. */
interface Route {

    /** Connects to the node that keeps the build now, and logs in. */
    NodeConnection connect(Deadline deadline) throws NodeFailure;

    /** Connects to a node that another one named, and logs in. */
    NodeConnection connectTo(Node node, Deadline deadline) throws NodeFailure;

    /** Says what a refusal means to whoever takes this route. */
    Turn after(Reply.Refusal refusal, Node refusing);

    /** Names the node or nodes that were configured. */
    @Override
    String toString();
}
