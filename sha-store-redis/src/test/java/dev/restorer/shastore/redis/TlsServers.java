package dev.restorer.shastore.redis;

import dev.restorer.fixtures.Ports;
import dev.restorer.fixtures.RedisServer;
import dev.restorer.shastore.redis.connection.TestConnections;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import redis.clients.jedis.Connection;

/** Starts servers that accept only TLS. */
final class TlsServers {

    private TlsServers() {}

    static RedisServer start(Certificate certificate) {
        return start(certificate, "no", "TLSv1.2 TLSv1.3");
    }

    /** Starts a server with some versions of TLS, which requires a client certificate. */
    static RedisServer startRequiringClientCertificate(Certificate certificate, String versions) {
        return start(certificate, "yes", versions);
    }

    private static RedisServer start(Certificate certificate, String asks, String versions) {
        return RedisServer.start(
                "tls-port",
                "PORT",
                "port",
                "0",
                "tls-auth-clients",
                asks,
                "tls-protocols",
                "\"" + versions + "\"",
                "tls-cert-file",
                certificate.certificate().toString(),
                "tls-key-file",
                certificate.key().toString(),
                "tls-ca-cert-file",
                certificate.ca().toString());
    }

    static Object send(RedisServer server, Path ca, String command, String... arguments) throws IOException {
        try (Socket tcp = new Socket(Ports.LOOPBACK, server.port())) {
            Socket tls = TestConnections.tls(tcp, ca);
            return Admin.send(new Connection(() -> tls), List.of(), command, arguments);
        }
    }
}
