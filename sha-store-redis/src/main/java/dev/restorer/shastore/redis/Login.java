package dev.restorer.shastore.redis;

import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.CommandArguments;
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

    List<CommandArguments> commands() {
        List<CommandArguments> commands = new ArrayList<>(credentials.login());
        if (database != 0) {
            commands.add(new CommandArguments(Protocol.Command.SELECT).add(database));
        }
        commands.add(new CommandArguments(Protocol.Command.PING));
        return commands;
    }
}
