package dev.restorer.images.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.Base64;

/** A key and a self-signed certificate for this machine, created with the JDK's keytool. */
final class TestKeys {

    private static final String PASSWORD = "changeit";

    private final Path directory;
    private final KeyStore store;

    TestKeys(Path directory) throws IOException, InterruptedException, GeneralSecurityException {
        this.directory = directory;
        Path file = directory.resolve("keys.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        int exitCode = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "k",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-ext",
                        "bc:c",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start()
                .waitFor();
        assertThat(exitCode).isZero();
        store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    Path certificate() throws IOException, GeneralSecurityException {
        return pem("certificate.pem", "CERTIFICATE", encodedCertificate());
    }

    byte[] encodedCertificate() throws GeneralSecurityException {
        return store.getCertificate("k").getEncoded();
    }

    PrivateKey key() throws GeneralSecurityException {
        Key key = store.getKey("k", PASSWORD.toCharArray());
        return (PrivateKey) key;
    }

    Path keyFile() throws IOException, GeneralSecurityException {
        return pem("key.pem", "PRIVATE KEY", key().getEncoded());
    }

    private Path pem(String name, String type, byte[] der) throws IOException {
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return Files.writeString(
                directory.resolve(name), "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n");
    }
}
