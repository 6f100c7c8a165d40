package dev.restorer.shastore.redis;

import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.Protocol;

/**
 * What is said to a node first: who is there, which database is meant, and whether it answers.
 *
 * @param to what the node was configured to be, which is what remedies are about
 */
record Login(Credentials credentials, int database, To to) {

    /** A kind of node. */
    enum To {
        SERVER,
        CLUSTER,
        SENTINEL
    }

    List<Command> commands() {
        List<Command> commands = new ArrayList<>(credentials.login());
        if (database != 0) {
            commands.add(Command.of(Protocol.Command.SELECT, String.valueOf(database)));
        }
        commands.add(Command.of(Protocol.Command.PING));
        return commands;
    }
}
