package dev.restorer.shastore.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;

/**
 * Who logs in.
 *
 * @param user null for the default user
 * @param password null where nobody logs in
 */
record Credentials(@Nullable String user, @Nullable String password) {

    static final Credentials NONE = new Credentials(null, null);

    /** Returns the command that logs in, or none. */
    List<CommandArguments> login() {
        if (password == null) {
            return List.of();
        }
        CommandArguments login = new CommandArguments(Protocol.Command.AUTH);
        if (user != null) {
            login.add(user);
        }
        return List.of(login.add(password));
    }

    /** Tells whether a text gives the password away. */
    boolean isIn(String text) {
        return password != null && text.contains(password);
    }

    /** Leaves out everything. */
    @Override
    public String toString() {
        return "Credentials[…]";
    }
}
