package dev.restorer.shastore.redis;

import java.util.List;
import redis.clients.jedis.Protocol;

/** A command and its arguments, none of which has a character that UTF-8 cannot hold. */
record Command(Protocol.Command name, List<String> arguments) {

    static Command of(Protocol.Command name, String... arguments) {
        return new Command(name, List.of(arguments));
    }

    /** Names the command alone, since an argument may be a password. */
    @Override
    public String toString() {
        return name.name();
    }
}
