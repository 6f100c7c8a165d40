package dev.restorer.shastore.redis;

import java.time.Duration;
import java.util.List;

/** Opens a store as settings say. */
final class RedisShaStores {

    private static final Duration TRUSTED_IDLE = Duration.ofSeconds(1);

    private static final List<String> PROBE = List.of("probe");

    private RedisShaStores() {}

    /** Asks for something before it returns, so that what is wrong is told before anything is put. */
    static RedisShaStore open(RedisSettings settings) {
        Keys keys = new Keys(settings.namespace());
        BuildServer server = server(settings, Gets.read(keys.probe(), PROBE));
        Gets gets = new Gets(server);
        try {
            gets.get(keys.probe(), PROBE);
        } catch (NodeFailure e) {
            server.close();
            throw e.told();
        }
        Puts puts = new Puts(
                server, settings.ttl(), settings.replicas(), settings.times().answer());
        return new RedisShaStore(server, keys, puts, gets);
    }

    private static BuildServer server(RedisSettings settings, Command probe) {
        Tls tls = settings.tls() ? Tls.trusting(settings.ca()) : null;
        Connector connector = new Connector(tls, settings.times().connect(), Addresses::of);
        Route route = route(settings, connector, probe);
        Connections connections = new Connections(route, connector, settings.pool(), TRUSTED_IDLE);
        return new BuildServer(
                route, connections, settings.login(), settings.times().answer());
    }

    private static Route route(RedisSettings settings, Connector connector, Command probe) {
        Login login = settings.login();
        Topology topology = settings.topology();
        if (topology instanceof Topology.Cluster cluster) {
            return new ClusterRoute(cluster.nodes(), connector, login, probe);
        }
        if (topology instanceof Topology.Sentinels sentinels) {
            Login toSentinels = new Login(sentinels.credentials(), 0, Login.To.SENTINEL);
            return new SentinelRoute(sentinels.nodes(), sentinels.master(), connector, toSentinels, login);
        }
        return new SingleRoute(((Topology.Single) topology).node(), connector, login);
    }
}
