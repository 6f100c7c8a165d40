package dev.restorer.shastore.redis;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what a server's errors mean, and what to do. */
final class Refusals {

    /** What is wrong with the node, and what to do. */
    record Meaning(String problem, String remedy) {}

    private static final String WRITE_CLUSTER = "Write redis-cluster:// in place of redis://";

    private static final String AWAIT_CLUSTER = "Run it again when the cluster has settled";

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
            Map.entry("MOVED", new Meaning("is one of a cluster, and another node keeps this build", WRITE_CLUSTER)),
            Map.entry(
                    "ASK",
                    new Meaning("is one of a cluster, and is handing this build to another node", WRITE_CLUSTER)),
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

    private static final Map<String, Meaning> OF_CLUSTER = Map.of(
            "MOVED",
            new Meaning("points to another node again and again", AWAIT_CLUSTER),
            "ASK",
            new Meaning("is handing this build to another node", AWAIT_CLUSTER));

    private static final Meaning WRONG_PASSWORD_OF_SENTINELS = new Meaning(
            "does not accept the password of the sentinels", "Correct it in the file of sentinel-password-file=");

    private static final Map<String, Meaning> OF_SENTINEL = Map.of(
            "NOAUTH",
            new Meaning(
                    "asks for a password",
                    "Name a file that holds the one of the sentinels with sentinel-password-file=/a/file"),
            "WRONGPASS",
            WRONG_PASSWORD_OF_SENTINELS);

    /** What a user needs that gets and puts. A cluster is asked with ASKING while it moves a build. */
    static final List<String> COMMANDS =
            List.of("PING", "SELECT", "ROLE", "MULTI", "EXEC", "DISCARD", "HSET", "HMGET", "PEXPIRE", "WAIT", "ASKING");

    private static final String PERMIT =
            "Let the user run AUTH, " + String.join(", ", COMMANDS) + " on the keys restorer:*";

    private static final String PERMIT_AT_SENTINEL =
            "Let the default user of the sentinels run AUTH, PING and SENTINEL GET-MASTER-ADDR-BY-NAME";

    private Refusals() {}

    /** What the server wrote is shown where its meaning is not known, but never if the password is in it. */
    static NodeFailure of(Node node, Refusal refusal, Login login) {
        Meaning known = meaning(refusal, login.to());
        if (known != null) {
            return new NodeFailure(node + " " + known.problem(), known.remedy());
        }
        String shown = login.credentials().isIn(refusal.text()) ? "what is not shown" : Failures.shown(refusal.text());
        if (refusal.code().equals("NOPERM")) {
            return new NodeFailure(
                    node + " does not permit it: " + shown,
                    login.to() == Login.To.SENTINEL ? PERMIT_AT_SENTINEL : PERMIT);
        }
        return new NodeFailure(node + " answered " + shown, "See what the server's log says");
    }

    /** A reply is none that the command can have. */
    static NodeFailure unexpected(Node node) {
        return new NodeFailure(node + " does not answer as Redis does", "Name the host and port of a Redis server");
    }

    /** Returns null if it is not known. */
    private static @Nullable Meaning meaning(Refusal refusal, Login.To to) {
        Meaning ofItsOwn = ofItsOwn(to).get(refusal.code());
        Meaning byCode = ofItsOwn == null ? BY_CODE.get(refusal.code()) : ofItsOwn;
        if (byCode != null) {
            return byCode;
        }
        return BY_START.entrySet().stream()
                .filter(entry -> refusal.text().startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Meaning> ofItsOwn(Login.To to) {
        return switch (to) {
            case SERVER -> Map.of();
            case CLUSTER -> OF_CLUSTER;
            case SENTINEL -> OF_SENTINEL;
        };
    }
}
