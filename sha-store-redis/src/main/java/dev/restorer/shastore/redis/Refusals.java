package dev.restorer.shastore.redis;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what a server's errors mean, and what to do. */
final class Refusals {

    private record Meaning(String problem, String remedy) {}

    private static final Meaning WRONG_PASSWORD =
            new Meaning("does not accept the user and password", "Correct them in the URI or in the password file");

    private static final Map<String, Meaning> BY_CODE = Map.ofEntries(
            Map.entry(
                    "NOAUTH",
                    new Meaning(
                            "asks for a password",
                            "Write it in the URI as redis://:password@host, or name a file with password-file=/a/file")),
            Map.entry("WRONGPASS", WRONG_PASSWORD),
            Map.entry("OOM", new Meaning("is full", "Raise its maxmemory, or remove what is no longer needed")),
            Map.entry(
                    "READONLY",
                    new Meaning("is a read-only replica", "Name its master, or its sentinels with redis-sentinel://")),
            Map.entry(
                    "MOVED",
                    new Meaning(
                            "is one of a cluster, and another node keeps this build",
                            "Write redis-cluster:// in place of redis://, or wait until the cluster has settled")),
            Map.entry(
                    "ASK",
                    new Meaning(
                            "is one of a cluster, and is handing this build to another node",
                            "Write redis-cluster:// in place of redis://, or wait until the cluster has settled")),
            Map.entry(
                    "TRYAGAIN",
                    new Meaning("is handing this build to another node", "Run it again when the cluster has settled")),
            Map.entry(
                    "CLUSTERDOWN",
                    new Meaning(
                            "says that its cluster is down",
                            "Start the nodes that are missing, or see CLUSTER INFO for what is")),
            Map.entry("LOADING", new Meaning("is still loading its data", "Run it again when the server has started")),
            Map.entry(
                    "MASTERDOWN", new Meaning("is a replica that has lost its master", "Start the master, or name it")),
            Map.entry(
                    "MISCONF",
                    new Meaning("takes no writes, since it cannot save to its disk", "Make room on the server's disk")),
            Map.entry(
                    "NOREPLICAS",
                    new Meaning("takes no writes, since it has too few replicas", "Start the server's replicas")),
            Map.entry("BUSY", new Meaning("is busy with a script", "Run it again when the script has ended")),
            Map.entry(
                    "WRONGTYPE",
                    new Meaning(
                            "holds something else where this build's SHAs belong",
                            "Remove the keys of this namespace, or choose another one")));

    private static final Map<String, Meaning> BY_START = Map.of(
            "ERR invalid password",
            WRONG_PASSWORD,
            "ERR AUTH",
            new Meaning("wants no password", "Leave user and password out of the URI"),
            "ERR Client sent AUTH",
            new Meaning("wants no password", "Leave user and password out of the URI"),
            "ERR DB index",
            new Meaning("has no database of this number", "Write a smaller number behind the host, or none"),
            "ERR invalid DB index",
            new Meaning("has no database of this number", "Write a smaller number behind the host, or none"),
            "ERR max number of clients",
            new Meaning("has as many clients as it allows", "Raise its maxclients, or lower pool="),
            "DENIED",
            new Meaning(
                    "is in protected mode, in which it answers its own machine alone",
                    "Give the server a password, or set protected-mode no"));

    private Refusals() {}

    /** What the server wrote is shown where its meaning is not known, but never if the password is in it. */
    static NodeFailure of(Node node, Reply.Refusal refusal, Credentials credentials) {
        String shown = credentials.isIn(refusal.text()) ? "what is not shown" : Shown.text(refusal.text());
        Meaning known = known(refusal);
        if (known != null) {
            return new NodeFailure(node + " " + known.problem(), known.remedy());
        }
        if (refusal.code().equals("NOPERM")) {
            return new NodeFailure(
                    node + " does not permit it: " + shown,
                    "Let the user run AUTH, PING, SELECT, ROLE, MULTI, EXEC, HSET, HMGET, PEXPIRE and WAIT on restorer:*");
        }
        return new NodeFailure(node + " answered " + shown, "See what the server's log says");
    }

    private static @Nullable Meaning known(Reply.Refusal refusal) {
        Meaning byCode = BY_CODE.get(refusal.code());
        if (byCode != null) {
            return byCode;
        }
        return BY_START.entrySet().stream()
                .filter(entry -> refusal.text().startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** A reply is none that the command can have. */
    static NodeFailure unexpected(Node node) {
        return new NodeFailure(node + " does not answer as Redis does", "Name the host and port of a Redis server");
    }
}
