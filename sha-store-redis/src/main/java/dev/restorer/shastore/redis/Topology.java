package dev.restorer.shastore.redis;

import java.util.List;

/** How the servers stand together. */
sealed interface Topology {

    /** One server. */
    record Single(Node node) implements Topology {}

    /** A cluster, of which some nodes are named. */
    record Cluster(List<Node> nodes) implements Topology {}

    /** A master that sentinels watch under a name. */
    record Sentinels(List<Node> nodes, String master, Credentials credentials) implements Topology {}
}
