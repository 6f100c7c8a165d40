package dev.restorer.shastore.redis;

import dev.restorer.api.Quoted;
import dev.restorer.spi.ShaStoreException;
import java.nio.file.Path;

/** Says what is wrong with a URI. Never quotes it, since what is misplaced in it may be the password. */
final class UriProblems {

    private UriProblems() {}

    static ShaStoreException form(String problem) {
        return problem("the URI " + problem, "Write " + RedisShaStoreProvider.USAGE);
    }

    static ShaStoreException parameter(String name, String problem, String remedy) {
        return problem("the parameter " + Quoted.quote(name) + " " + problem, remedy);
    }

    static ShaStoreException ca(Path file) {
        return problem(
                "the file of CAs " + Quoted.quote(file.toString()) + " cannot be read",
                "Let ca= name a readable file of certificates in PEM");
    }

    static ShaStoreException passwordFile(Path file, String problem) {
        return problem(
                "the password file " + Quoted.quote(file.toString()) + " " + problem,
                "Let it be a readable file that holds the password alone");
    }

    static ShaStoreException keyStore(String file, Exception e) {
        String words = Failures.shown(String.valueOf(e.getMessage()));
        return problem(
                "the key store " + Quoted.quote(file) + " of this JVM cannot be read: " + words,
                "Correct javax.net.ssl.keyStore, keyStoreType, keyStoreProvider or keyStorePassword");
    }

    static ShaStoreException noTls() {
        return problem(
                "this JVM has no TLS", "Check javax.net.ssl.keyStore, javax.net.ssl.trustStore and their passwords");
    }

    private static ShaStoreException problem(String problem, String remedy) {
        return new ShaStoreException(RedisShaStoreProvider.ID, problem, remedy);
    }
}
