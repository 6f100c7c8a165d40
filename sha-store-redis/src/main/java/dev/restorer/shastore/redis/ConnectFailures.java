package dev.restorer.shastore.redis;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;

/** Says why a connection did not come about. */
final class ConnectFailures {

    private ConnectFailures() {}

    static NodeFailure of(Node node, IOException e) {
        if (e instanceof UnknownHostException) {
            return NodeFailure.unreachable(
                    node + " has a host that is not known", "Correct the host, or the name server", e);
        }
        if (e instanceof ConnectException) {
            return NodeFailure.unreachable(
                    node + " refuses the connection", "Start the server, or correct host and port", e);
        }
        return NodeFailure.unreachable(
                node + " cannot be connected to: " + Shown.text(String.valueOf(e.getMessage())),
                "Correct host and port, or the way to them",
                e);
    }
}
