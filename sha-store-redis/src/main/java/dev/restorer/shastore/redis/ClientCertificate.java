package dev.restorer.shastore.redis;

import java.net.Socket;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** What a server can be shown of this client, and what to do where the server wants more than that. */
enum ClientCertificate {
    /** No TLS is spoken, so a certificate is out of the question. */
    NO_TLS("if it speaks TLS, write rediss in place of redis"),

    /** The JVM was given no key store. */
    NONE("if it asks for a certificate of this client, give the JVM one with -Djavax.net.ssl.keyStore,"
            + " or set tls-auth-clients no in the server"),

    /** The JVM has a key store. Whether something in there fits, the server knows. */
    GIVEN("if it refuses the certificate of this client, let the JVM's key store have one"
            + " that has not expired, of a CA that the server trusts");

    private final String remedy;

    ClientCertificate(String remedy) {
        this.remedy = remedy;
    }

    /** What is spoken over a socket tells whether one was sent. */
    static ClientCertificate of(Socket socket) {
        return socket instanceof SSLSocket tls ? in(tls.getSession()) : NO_TLS;
    }

    /** The session is null if none came about. */
    static ClientCertificate in(@Nullable SSLSession session) {
        // One that was sent may come from a context that an embedder made the JVM's default.
        boolean sent = session != null && session.getLocalCertificates() != null;
        return sent || ClientKeys.areGiven() ? GIVEN : NONE;
    }

    /** Begins with the condition, in lower case. */
    String remedy() {
        return remedy;
    }
}
