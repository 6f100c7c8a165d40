package dev.restorer.shastore.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/**
 * Writes and reads the hash of a buildpack. Each batch that is written is a transaction that sets the expiry as well,
 * so that no hash stays for ever, whenever a build or a server dies. HSET comes first: a server that is full lets
 * PEXPIRE through, and has to refuse the transaction before that.
 */
final class LayerHashes {

    private static final int COMMANDS = 4;

    private final BuildServer server;
    private final long ttlMillis;
    private final int replicas;
    private final long replicasMillis;

    /** With replicas, a put has been done when so many have it as well. */
    LayerHashes(BuildServer server, RedisSettings settings) {
        this.server = server;
        this.ttlMillis = settings.ttl().toMillis();
        this.replicas = settings.replicas();
        // Less than all the time, so that it is the server who says that they have not.
        Duration timeout = settings.timeout();
        this.replicasMillis = Math.max(1, timeout.toMillis() * 3 / 4);
    }

    void put(String key, List<Map.Entry<String, String>> diffIds) throws NodeFailure {
        for (List<List<Map.Entry<String, String>>> window : Batches.windows(diffIds, LayerHashes::bytes)) {
            putWindow(key, window);
        }
    }

    static int bytes(Map.Entry<String, String> diffId) {
        return Utf8.length("the layer", diffId.getKey()) + Utf8.length("the diff id", diffId.getValue());
    }

    private void putWindow(String key, List<List<Map.Entry<String, String>>> window) throws NodeFailure {
        List<List<CommandArguments>> groups = new ArrayList<>();
        window.forEach(batch -> groups.add(transaction(key, batch)));
        if (replicas > 0) {
            groups.add(List.of(command(Command.WAIT).add(replicas).add(replicasMillis)));
        }
        BuildServer.Answer answer = server.ask(groups);
        List<@Nullable Object> replies = answer.replies();
        for (int i = 0; i < window.size(); i++) {
            requireDone(answer.node(), replies.get(i * COMMANDS + COMMANDS - 1));
        }
        if (replicas > 0) {
            requireReplicas(answer.node(), replies.get(replies.size() - 1));
        }
    }

    private List<CommandArguments> transaction(String key, List<Map.Entry<String, String>> batch) {
        CommandArguments set = command(Command.HSET).add(key);
        batch.forEach(diffId -> set.add(diffId.getKey()).add(diffId.getValue()));
        return List.of(
                command(Command.MULTI), set, command(Command.PEXPIRE).add(key).add(ttlMillis), command(Command.EXEC));
    }

    private static CommandArguments command(Command command) {
        return new CommandArguments(command);
    }

    /** The second reply of a transaction says whether the expiry was set. */
    private static void requireDone(Node node, @Nullable Object executed) throws NodeFailure {
        if (!(executed instanceof List<?> all
                && all.size() == 2
                && Long.valueOf(1).equals(all.get(1)))) {
            throw Refusals.unexpected(node);
        }
    }

    private void requireReplicas(Node node, @Nullable Object waited) throws NodeFailure {
        if (!(waited instanceof Long count)) {
            throw Refusals.unexpected(node);
        }
        if (count < replicas) {
            throw new NodeFailure(
                    node + " has it, but only " + count + " of " + replicas + " replicas within " + replicasMillis
                            + " ms",
                    "See that its replicas are connected, or lower replicas=");
        }
    }

    /** The layers are each there once. */
    Map<String, String> get(String key, Iterable<String> layers) throws NodeFailure {
        Map<String, String> diffIds = new LinkedHashMap<>();
        for (List<List<String>> window : Batches.windows(layers, layer -> Utf8.length("the layer", layer))) {
            List<List<CommandArguments>> groups = new ArrayList<>();
            for (List<String> batch : window) {
                CommandArguments get = command(Command.HMGET).add(key);
                batch.forEach(get::add);
                groups.add(List.of(get));
            }
            BuildServer.Answer answer = server.ask(groups);
            for (int i = 0; i < window.size(); i++) {
                addFound(answer.node(), window.get(i), answer.replies().get(i), diffIds);
            }
        }
        return diffIds;
    }

    private static void addFound(Node node, List<String> layers, @Nullable Object reply, Map<String, String> diffIds)
            throws NodeFailure {
        if (!(reply instanceof List<?> values) || values.size() != layers.size()) {
            throw Refusals.unexpected(node);
        }
        for (int i = 0; i < layers.size(); i++) {
            String diffId = NodeConnection.text(values.get(i));
            if (diffId != null) {
                diffIds.put(layers.get(i), diffId);
            } else if (values.get(i) != null) {
                throw Refusals.unexpected(node);
            }
        }
    }
}
