package dev.restorer.shastore.redis;

import java.util.List;

/** How the servers stand together. */
sealed interface Topology {

    /** Returns what finds the node that keeps the build. The probe is a key of the build. */
    Locator locator(RedisSettings settings, Connector connector, String probe);

    /** One server. */
    record Single(Node node) implements Topology {
        @Override
        public Locator locator(RedisSettings settings, Connector connector, String probe) {
            return new Locator.Single(node, connector, settings.login());
        }
    }

    /** A cluster, of which some nodes are named. */
    record Cluster(List<Node> nodes) implements Topology {
        @Override
        public Locator locator(RedisSettings settings, Connector connector, String probe) {
            return new ClusterLocator(nodes, connector, settings.login(), probe);
        }
    }

    /** A master that sentinels watch under a name. */
    record Sentinels(List<Node> nodes, String master, Credentials credentials) implements Topology {
        @Override
        public Locator locator(RedisSettings settings, Connector connector, String probe) {
            Login toSentinels = new Login(credentials, 0, Login.To.SENTINEL);
            return new SentinelLocator(nodes, master, connector, toSentinels, settings.login());
        }
    }
}
