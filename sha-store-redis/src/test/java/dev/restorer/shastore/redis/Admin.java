package dev.restorer.shastore.redis;

import dev.restorer.fixtures.RedisServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import redis.clients.jedis.Connection;

/** Sends commands that a store does not send, to set up and inspect servers. */
public final class Admin {

    private Admin() {}

    /** Sends a command as the default user without a password, and returns the reply as Jedis parses it. */
    public static Object send(RedisServer server, String command, String... arguments) {
        return send(server.port(), List.of(), command, arguments);
    }

    /** The login is a user and a password, a password alone, or empty. */
    public static Object send(int port, List<String> login, String command, String... arguments) {
        return send(new Connection("127.0.0.1", port), login, command, arguments);
    }

    /** Closes the connection. */
    public static Object send(Connection connection, List<String> login, String command, String... arguments) {
        try (connection) {
            if (!login.isEmpty()) {
                connection.sendCommand(() -> bytes("AUTH"), login.toArray(String[]::new));
                connection.getOne();
            }
            connection.sendCommand(() -> bytes(command), arguments);
            return text(connection.getOne());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Object text(Object reply) {
        if (reply instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return reply instanceof List<?> many ? many.stream().map(Admin::text).toList() : reply;
    }
}
