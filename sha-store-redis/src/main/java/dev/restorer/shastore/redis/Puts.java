package dev.restorer.shastore.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.Protocol;

/**
 * Writes layers into the hash of a buildpack. Each batch is a transaction that sets the expiry as well, so that no hash
 * stays for ever, whenever a build or a server dies.
 */
final class Puts {

    private static final int COMMANDS = 4;

    private final BuildServer server;
    private final String ttlMillis;
    private final int replicas;
    private final String replicasMillis;

    /** With replicas, a put has been done when so many have it as well. */
    Puts(BuildServer server, Duration ttl, int replicas, Duration timeout) {
        this.server = server;
        this.ttlMillis = String.valueOf(ttl.toMillis());
        this.replicas = replicas;
        // Less than all the time, so that it is the server who says that they have not.
        this.replicasMillis = String.valueOf(Math.max(1, timeout.toMillis() * 3 / 4));
    }

    void put(String key, Iterable<Map.Entry<String, String>> diffIds) throws NodeFailure {
        for (List<List<Map.Entry<String, String>>> window : Batches.windows(diffIds, Puts::bytes)) {
            put(key, window);
        }
    }

    private static int bytes(Map.Entry<String, String> diffId) {
        return Utf8.length("the layer", diffId.getKey()) + Utf8.length("the diff id", diffId.getValue());
    }

    private void put(String key, List<List<Map.Entry<String, String>>> window) throws NodeFailure {
        List<List<Command>> groups = new ArrayList<>();
        window.forEach(batch -> groups.add(transaction(key, batch)));
        if (replicas > 0) {
            groups.add(List.of(Command.of(Protocol.Command.WAIT, String.valueOf(replicas), replicasMillis)));
        }
        BuildServer.Answer answer = server.ask(groups);
        List<Reply> replies = answer.replies();
        for (int i = 0; i < window.size(); i++) {
            requireDone(answer.node(), replies.get(i * COMMANDS + COMMANDS - 1));
        }
        if (replicas > 0) {
            requireReplicas(answer.node(), replies.get(replies.size() - 1));
        }
    }

    private List<Command> transaction(String key, List<Map.Entry<String, String>> batch) {
        List<String> arguments = new ArrayList<>(1 + 2 * batch.size());
        arguments.add(key);
        for (Map.Entry<String, String> diffId : batch) {
            arguments.add(diffId.getKey());
            arguments.add(diffId.getValue());
        }
        return List.of(
                Command.of(Protocol.Command.MULTI),
                new Command(Protocol.Command.HSET, arguments),
                Command.of(Protocol.Command.PEXPIRE, key, ttlMillis),
                Command.of(Protocol.Command.EXEC));
    }

    /** The second reply of a transaction says whether the expiry was set. */
    private static void requireDone(Node node, Reply executed) throws NodeFailure {
        boolean done = executed instanceof Reply.Many many
                && many.replies().size() == 2
                && many.replies().get(1).equals(new Reply.Count(1));
        if (!done) {
            throw Refusals.unexpected(node);
        }
    }

    private void requireReplicas(Node node, Reply waited) throws NodeFailure {
        if (!(waited instanceof Reply.Count count)) {
            throw Refusals.unexpected(node);
        }
        if (count.value() < replicas) {
            throw new NodeFailure(
                    node + " has it, but only " + count.value() + " of " + replicas + " replicas within "
                            + replicasMillis + " ms",
                    "See that its replicas are connected, or lower replicas=");
        }
    }
}
