package dev.restorer.shastore.redis;

import java.util.List;

/** Says what a server's errors mean, and what to do. */
final class Refusals {

    /** What a user needs that gets and puts. A cluster is asked with ASKING while it moves a build. */
    static final List<String> COMMANDS =
            List.of("PING", "SELECT", "ROLE", "MULTI", "EXEC", "DISCARD", "HSET", "HMGET", "PEXPIRE", "WAIT", "ASKING");

    private static final String PERMIT =
            "Let the user run AUTH, " + String.join(", ", COMMANDS) + " on the keys restorer:*";

    private static final String PERMIT_AT_SENTINEL =
            "Let the default user of the sentinels run AUTH, PING and SENTINEL GET-MASTER-ADDR-BY-NAME";

    private Refusals() {}

    /** What the server wrote is shown where its meaning is not known, but never if the password is in it. */
    static NodeFailure of(Node node, Reply.Refusal refusal, Login login) {
        Meanings.Meaning known = Meanings.of(refusal, login.to());
        if (known != null) {
            return new NodeFailure(node + " " + known.problem(), known.remedy());
        }
        String shown = login.credentials().isIn(refusal.text()) ? "what is not shown" : Shown.text(refusal.text());
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
}
