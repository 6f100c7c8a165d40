package dev.restorer.shastore.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a server's errors mean, and what to do. */
final class Refusals {

    /** What a user needs that gets and puts. A cluster is asked with ASKING while it moves a build. */
    static final List<String> COMMANDS =
            List.of("PING", "SELECT", "ROLE", "MULTI", "EXEC", "DISCARD", "HSET", "HMGET", "PEXPIRE", "WAIT", "ASKING");

    private static final String PERMIT =
            "Let the user run AUTH, " + String.join(", ", COMMANDS) + " on the keys restorer:*";

    private static final String PERMIT_AT_SENTINEL =
            "Let the default user of the sentinels run AUTH, PING and SENTINEL GET-MASTER-ADDR-BY-NAME";

    private static final String WRITE_CLUSTER = "Write redis-cluster:// in place of redis://";

    private static final String AWAIT_CLUSTER = "Run it again when the cluster has settled";

    private static final String HANDING_OVER = "is handing this build to another node";

    /** What is wrong with the node, and what to do. */
    private record Meaning(String problem, String remedy) {}

    private Refusals() {}

    /** What the server wrote is shown where its meaning is not known, but never if the password is in it. */
    static NodeFailure of(Node node, Refusal refusal, Login login) {
        Meaning ofKind = ofKind(refusal.code(), login.to());
        Meaning byCode = ofKind == null ? byCode(refusal.code()) : ofKind;
        Meaning known = byCode == null ? byStart(refusal.text()) : byCode;
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

    /** Returns what only a cluster or only a sentinel means by it, or null. */
    private static @Nullable Meaning ofKind(String code, Login.To to) {
        return switch (to + " " + code) {
            case "CLUSTER MOVED" -> new Meaning("points to another node again and again", AWAIT_CLUSTER);
            case "CLUSTER ASK" -> new Meaning(HANDING_OVER, AWAIT_CLUSTER);
            case "SENTINEL NOAUTH" ->
                new Meaning(
                        "asks for a password",
                        "Name a file that holds the one of the sentinels with sentinel-password-file=/a/file");
            case "SENTINEL WRONGPASS" ->
                new Meaning(
                        "does not accept the password of the sentinels",
                        "Correct it in the file of sentinel-password-file=");
            default -> null;
        };
    }

    private static @Nullable Meaning byCode(String code) {
        return switch (code) {
            case "NOAUTH" ->
                new Meaning(
                        "asks for a password",
                        "Write it in the URI as redis://:password@host, or name a file with password-file=/a/file");
            case "WRONGPASS" -> wrongPassword();
            case "OOM" -> new Meaning("is full", "Raise its maxmemory, or remove what is no longer needed");
            case "READONLY" ->
                new Meaning("is a read-only replica", "Name its master, or its sentinels with redis-sentinel://");
            case "MOVED" -> new Meaning("is one of a cluster, and another node keeps this build", WRITE_CLUSTER);
            case "ASK" -> new Meaning("is one of a cluster, and " + HANDING_OVER, WRITE_CLUSTER);
            case "TRYAGAIN" -> new Meaning(HANDING_OVER, AWAIT_CLUSTER);
            case "CLUSTERDOWN" ->
                new Meaning(
                        "says that its cluster is down",
                        "Start the nodes that are missing, or see CLUSTER INFO for what is");
            case "LOADING" -> new Meaning("is still loading its data", "Run it again when the server has started");
            case "MASTERDOWN" -> new Meaning("is a replica that has lost its master", "Start the master, or name it");
            case "MISCONF" ->
                new Meaning("takes no writes, since it cannot save to its disk", "Make room on the server's disk");
            case "NOREPLICAS" ->
                new Meaning("takes no writes, since it has too few replicas", "Start the server's replicas");
            case "BUSY" -> new Meaning("is busy with a script", "Run it again when the script has ended");
            case "WRONGTYPE" ->
                new Meaning(
                        "holds something else where this build's SHAs belong",
                        "Remove the keys of this namespace, or choose another one");
            case "DENIED" ->
                new Meaning(
                        "is in protected mode, in which it answers its own machine alone",
                        "Give the server a password, or set protected-mode no");
            default -> null;
        };
    }

    private static @Nullable Meaning byStart(String text) {
        if (text.startsWith("ERR invalid password")) {
            return wrongPassword();
        }
        if (text.startsWith("ERR AUTH") || text.startsWith("ERR Client sent AUTH")) {
            return new Meaning("wants no password", "Leave user and password out of the URI");
        }
        if (text.startsWith("ERR DB index") || text.startsWith("ERR invalid DB index")) {
            return new Meaning("has no database of this number", "Write a smaller number behind the host, or none");
        }
        return text.startsWith("ERR max number of clients")
                ? new Meaning("has as many clients as it allows", "Raise its maxclients, or lower pool=")
                : null;
    }

    private static Meaning wrongPassword() {
        return new Meaning("does not accept the user and password", "Correct them in the URI or in the password file");
    }
}
