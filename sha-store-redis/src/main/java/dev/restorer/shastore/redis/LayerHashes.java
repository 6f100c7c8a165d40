package dev.restorer.shastore.redis;

import dev.restorer.shastore.redis.connection.Deadline;
import dev.restorer.shastore.redis.connection.ErrorReplies;
import dev.restorer.shastore.redis.connection.NodeConnection;
import dev.restorer.shastore.redis.connection.NodeFailure;
import dev.restorer.shastore.redis.execution.CommandExecutor;
import dev.restorer.shastore.redis.settings.Node;
import dev.restorer.shastore.redis.settings.Options;
import dev.restorer.shastore.redis.settings.RedisSettings;
import dev.restorer.shastore.redis.settings.Utf8;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/**
 * Writes and reads the hashes of buildpacks. Each batch is written in a transaction that also sets the expiry, so that
 * every hash expires, even if a build or a server dies. HSET comes first: a server that is out of memory accepts
 * PEXPIRE, so it must have rejected the transaction before.
 */
final class LayerHashes {

    /** The number of batches that share one timeout. */
    private static final int BATCHES_PER_TIMEOUT = 4;

    /** The index of the reply to EXEC. */
    private static final int EXEC = 3;

    private final CommandExecutor executor;
    private final Duration timeout;
    private final long ttlMillis;
    private final int replicas;
    private final long replicasMillis;

    LayerHashes(CommandExecutor executor, RedisSettings settings) {
        this.executor = executor;
        this.timeout = settings.timeout();
        this.ttlMillis = settings.ttl().toMillis();
        this.replicas = settings.replicas();
        // Shorter than the timeout, so that the reply of WAIT with the number of replicas arrives in time.
        this.replicasMillis = Math.max(1, timeout.toMillis() * 3 / 4);
    }

    void put(String key, List<Map.Entry<String, String>> diffIds) throws NodeFailure {
        List<List<Map.Entry<String, String>>> batches = Batches.of(diffIds, LayerHashes::bytes);
        Deadline deadline = null;
        for (int i = 0; i < batches.size(); i++) {
            deadline = deadline(i, deadline);
            CommandExecutor.Replies replies = executor.execute(transaction(key, batches.get(i)), deadline);
            requireExpiry(replies.node(), replies.values().get(EXEC));
            if (replicas > 0) {
                requireReplicas(replies.node(), replies.values().get(EXEC + 1));
            }
        }
    }

    private Deadline deadline(int batch, @Nullable Deadline previous) {
        return previous == null || batch % BATCHES_PER_TIMEOUT == 0 ? Deadline.in(timeout, Options.TIMEOUT) : previous;
    }

    /** Returns the size of a layer's name and diff id. */
    static int bytes(Map.Entry<String, String> diffId) {
        return Utf8.checkedLength("the layer", diffId.getKey()) + Utf8.checkedLength("the diff id", diffId.getValue());
    }

    private List<CommandArguments> transaction(String key, List<Map.Entry<String, String>> batch) {
        CommandArguments set = new CommandArguments(Command.HSET).add(key);
        batch.forEach(diffId -> set.add(diffId.getKey()).add(diffId.getValue()));
        List<CommandArguments> commands = new ArrayList<>(List.of(
                new CommandArguments(Command.MULTI),
                set,
                new CommandArguments(Command.PEXPIRE).add(key).add(ttlMillis),
                new CommandArguments(Command.EXEC)));
        if (replicas > 0) {
            commands.add(new CommandArguments(Command.WAIT).add(replicas).add(replicasMillis));
        }
        return commands;
    }

    /** Verifies the reply to EXEC, which has the reply to PEXPIRE as its second element. */
    private static void requireExpiry(Node node, @Nullable Object reply) throws NodeFailure {
        if (!(reply instanceof List<?> all && all.size() == 2 && Long.valueOf(1).equals(all.get(1)))) {
            throw ErrorReplies.unexpectedReply(node);
        }
    }

    /** Verifies the reply to WAIT, which is the number of replicas that have received the transaction. */
    private void requireReplicas(Node node, @Nullable Object reply) throws NodeFailure {
        if (!(reply instanceof Long count)) {
            throw ErrorReplies.unexpectedReply(node);
        }
        if (count < replicas) {
            throw new NodeFailure(
                    node + " has stored the diff ids, but only " + count + " of " + replicas + " replicas have within "
                            + replicasMillis + " ms",
                    "Check that its replicas are connected, or lower replicas=");
        }
    }

    /** Returns the diff ids of those layers that have one. The layers must be distinct. */
    Map<String, String> get(String key, Iterable<String> layers) throws NodeFailure {
        List<List<String>> batches = Batches.of(layers, layer -> Utf8.checkedLength("the layer", layer));
        Map<String, String> diffIds = new LinkedHashMap<>();
        Deadline deadline = null;
        for (int i = 0; i < batches.size(); i++) {
            deadline = deadline(i, deadline);
            CommandArguments get = new CommandArguments(Command.HMGET).add(key);
            batches.get(i).forEach(get::add);
            addFound(executor.execute(List.of(get), deadline), batches.get(i), diffIds);
        }
        return diffIds;
    }

    private static void addFound(CommandExecutor.Replies replies, List<String> layers, Map<String, String> diffIds)
            throws NodeFailure {
        if (!(replies.values().get(0) instanceof List<?> values) || values.size() != layers.size()) {
            throw ErrorReplies.unexpectedReply(replies.node());
        }
        for (int i = 0; i < layers.size(); i++) {
            String diffId = NodeConnection.text(values.get(i));
            if (diffId != null) {
                diffIds.put(layers.get(i), diffId);
            } else if (values.get(i) != null) {
                throw ErrorReplies.unexpectedReply(replies.node());
            }
        }
    }
}
