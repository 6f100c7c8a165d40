package dev.restorer.shastore.redis;

/** Says that the time was over. */
final class TimeFailures {

    private TimeFailures() {}

    static NodeFailure noAnswer(Node node, Deadline deadline) {
        return new NodeFailure(node + " gave no answer within " + deadline.given(), remedy(node, deadline));
    }

    static NodeFailure noConnection(Node node, Deadline deadline) {
        return NodeFailure.unreachable(
                node + " could not be connected to within " + deadline.given(), remedy(node, deadline), null);
    }

    /** A server without TLS waits for more of what it takes for a command. */
    static NodeFailure noHandshake(Node node, Deadline deadline) {
        return new NodeFailure(
                node + " did not agree on TLS within " + deadline.given(),
                "If it speaks no TLS, write redis in place of rediss; else allow more time with " + deadline.parameter()
                        + "=");
    }

    /** All places are taken, which is no failure of a node. */
    static NodeFailure noPlace(String nodes, Deadline deadline, int pool) {
        return new NodeFailure(
                "no connection to " + nodes + " became free within " + deadline.given(),
                "See why the server is slow, or allow more than pool=" + pool);
    }

    static NodeFailure interrupted(String nodes) {
        return new NodeFailure("the thread was interrupted while it waited for " + nodes, "Run it again");
    }

    private static String remedy(Node node, Deadline deadline) {
        return "See whether " + node.host() + " is up and can be reached, or allow more time with "
                + deadline.parameter() + "=";
    }
}
