package dev.restorer.shastore.redis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/**
 * What is said to a node first: who is there, which database is meant, and whether it answers.
 *
 * @param to what the node was configured to be, which is what remedies are about
 * @param user null for the default user
 * @param password null where nobody logs in
 */
record Login(To to, @Nullable String user, @Nullable String password, int database) {

    /** A kind of node. */
    enum To {
        SERVER,
        CLUSTER,
        SENTINEL
    }

    List<CommandArguments> commands() {
        List<CommandArguments> commands = new ArrayList<>();
        if (password != null) {
            CommandArguments auth = new CommandArguments(Command.AUTH);
            commands.add((user == null ? auth : auth.add(user)).add(password));
        }
        if (database != 0) {
            commands.add(new CommandArguments(Command.SELECT).add(database));
        }
        commands.add(new CommandArguments(Command.PING));
        return commands;
    }

    /** Tells whether a text gives the password away. */
    boolean isIn(String text) {
        return password != null && text.contains(password);
    }

    /** Leaves out user and password. */
    @Override
    public String toString() {
        return "Login[" + to + "]";
    }
}
