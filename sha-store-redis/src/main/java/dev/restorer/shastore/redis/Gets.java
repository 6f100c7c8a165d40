package dev.restorer.shastore.redis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.Protocol;

/** Reads layers from the hash of a buildpack. */
final class Gets {

    private final BuildServer server;

    Gets(BuildServer server) {
        this.server = server;
    }

    /** The layers are each there once. */
    Map<String, String> get(String key, Iterable<String> layers) throws NodeFailure {
        Map<String, String> diffIds = new LinkedHashMap<>();
        for (List<List<String>> window : Batches.windows(layers, layer -> Utf8.length("the layer", layer))) {
            List<List<Command>> groups = new ArrayList<>();
            window.forEach(batch -> groups.add(List.of(read(key, batch))));
            BuildServer.Answer answer = server.ask(groups);
            for (int i = 0; i < window.size(); i++) {
                add(answer.node(), window.get(i), answer.replies().get(i), diffIds);
            }
        }
        return diffIds;
    }

    static Command read(String key, List<String> layers) {
        List<String> arguments = new ArrayList<>(1 + layers.size());
        arguments.add(key);
        arguments.addAll(layers);
        return new Command(Protocol.Command.HMGET, arguments);
    }

    private static void add(Node node, List<String> layers, Reply reply, Map<String, String> diffIds)
            throws NodeFailure {
        if (!(reply instanceof Reply.Many many) || many.replies().size() != layers.size()) {
            throw Refusals.unexpected(node);
        }
        for (int i = 0; i < layers.size(); i++) {
            Reply value = many.replies().get(i);
            if (value instanceof Reply.Text text) {
                diffIds.put(layers.get(i), text.text());
            } else if (!(value instanceof Reply.Absent)) {
                throw Refusals.unexpected(node);
            }
        }
    }
}
