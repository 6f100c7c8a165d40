package dev.restorer.shastore.redis.settings;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/**
 * The commands at the beginning of a connection: authentication, choice of the database, and a PING.
 *
 * @param target the kind of server that the URI names, for remedies
 * @param user null for the default user
 * @param password null for no authentication
 */
public record Login(
        Target target, @Nullable String user, @Nullable String password, int database) {

    /** A kind of server. */
    public enum Target {
        SERVER,
        CLUSTER,
        SENTINEL
    }

    public List<CommandArguments> commands() {
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

    /** Returns whether a text contains the password. */
    public boolean isPasswordIn(String text) {
        return password != null && text.contains(password);
    }

    /** Returns a text without user and password. */
    @Override
    public String toString() {
        return "Login[" + target + "]";
    }
}
