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

    /** How many batches have to be answered within the time-out. */
    private static final int BATCHES_A_TIMEOUT = 4;

    /** The place of EXEC in a transaction. */
    private static final int EXECUTED = 3;

    private final BuildServer server;
    private final Duration timeout;
    private final long ttlMillis;
    private final int replicas;
    private final long replicasMillis;

    /** With replicas, a put has been done when so many have it as well. */
    LayerHashes(BuildServer server, RedisSettings settings) {
        this.server = server;
        this.timeout = settings.timeout();
        this.ttlMillis = settings.ttl().toMillis();
        this.replicas = settings.replicas();
        // Less than all the time, so that it is the server who says that they have not.
        this.replicasMillis = Math.max(1, timeout.toMillis() * 3 / 4);
    }

    void put(String key, List<Map.Entry<String, String>> diffIds) throws NodeFailure {
        List<List<Map.Entry<String, String>>> batches = Batches.of(diffIds, LayerHashes::bytes);
        Deadline deadline = null;
        for (int i = 0; i < batches.size(); i++) {
            deadline = deadline(i, deadline);
            BuildServer.Answer answer = server.ask(transaction(key, batches.get(i)), deadline);
            requireDone(answer.node(), answer.replies().get(EXECUTED));
            if (replicas > 0) {
                requireReplicas(answer.node(), answer.replies().get(EXECUTED + 1));
            }
        }
    }

    private Deadline deadline(int batch, @Nullable Deadline before) {
        return before == null || batch % BATCHES_A_TIMEOUT == 0 ? Deadline.in(timeout, Parameters.TIMEOUT) : before;
    }

    static int bytes(Map.Entry<String, String> diffId) {
        return Utf8.length("the layer", diffId.getKey()) + Utf8.length("the diff id", diffId.getValue());
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
        List<List<String>> batches = Batches.of(layers, layer -> Utf8.length("the layer", layer));
        Map<String, String> diffIds = new LinkedHashMap<>();
        Deadline deadline = null;
        for (int i = 0; i < batches.size(); i++) {
            deadline = deadline(i, deadline);
            CommandArguments get = new CommandArguments(Command.HMGET).add(key);
            batches.get(i).forEach(get::add);
            addFound(server.ask(List.of(get), deadline), batches.get(i), diffIds);
        }
        return diffIds;
    }

    private static void addFound(BuildServer.Answer answer, List<String> layers, Map<String, String> diffIds)
            throws NodeFailure {
        if (!(answer.replies().get(0) instanceof List<?> values) || values.size() != layers.size()) {
            throw Refusals.unexpected(answer.node());
        }
        for (int i = 0; i < layers.size(); i++) {
            String diffId = NodeConnection.text(values.get(i));
            if (diffId != null) {
                diffIds.put(layers.get(i), diffId);
            } else if (values.get(i) != null) {
                throw Refusals.unexpected(answer.node());
            }
        }
    }
}
