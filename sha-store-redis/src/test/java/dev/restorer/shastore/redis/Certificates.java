package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Creates a CA, and certificates that it signs, with the JDK's keytool. Each takes a process, so a certificate is
 * created once for all tests that use its name.
 */
final class Certificates {

    /** The password of every key store and key. */
    static final String PASSWORD = "changeit";

    private static final Map<String, Certificates> OF_CAS = new HashMap<>();

    private final Path directory;
    private final Path store;
    private final Path ca;
    private final Map<String, Certificate> made = new HashMap<>();

    /** Returns the certificates of one CA. Their files are deleted when the JVM exits. */
    static synchronized Certificates of(String ca) throws Exception {
        Certificates certificates = OF_CAS.get(ca);
        if (certificates == null) {
            certificates = new Certificates(Files.createTempDirectory("certificates"));
            OF_CAS.put(ca, certificates);
        }
        return certificates;
    }

    private Certificates(Path directory) throws IOException, InterruptedException, GeneralSecurityException {
        this.directory = directory;
        directory.toFile().deleteOnExit(); // files are deleted in reverse order of registration
        this.store = file("keys.p12");
        generate("ca", "-dname", "CN=Test CA", "-ext", "bc:c");
        ca = pem("ca.crt", "CERTIFICATE", keys().getCertificate("ca").getEncoded());
    }

    /** Creates a certificate with an extension such as {@code san=ip:127.0.0.1} and a start such as {@code -2d}. */
    Certificate create(String alias, String extension, String start, int days)
            throws IOException, InterruptedException, GeneralSecurityException {
        Certificate known = made.get(alias);
        if (known != null) {
            return known;
        }
        generate(
                alias,
                "-dname",
                "CN=" + alias,
                "-ext",
                extension,
                "-signer",
                "ca",
                "-startdate",
                start,
                "-validity",
                String.valueOf(days));
        KeyStore keys = keys();
        byte[] key = keys.getKey(alias, PASSWORD.toCharArray()).getEncoded();
        byte[] certificate = keys.getCertificate(alias).getEncoded();
        Certificate pair = new Certificate(
                pem(alias + ".crt", "CERTIFICATE", certificate), pem(alias + ".key", "PRIVATE KEY", key), ca);
        made.put(alias, pair);
        return pair;
    }

    /** Returns a key store with a certificate, the CA and optionally the key. */
    Path keyStore(String alias, String type, boolean withKey) throws IOException, GeneralSecurityException {
        KeyStore all = keys();
        KeyStore one = KeyStore.getInstance(type);
        one.load(null, null);
        one.setCertificateEntry("ca", all.getCertificate("ca"));
        if (withKey) {
            char[] password = PASSWORD.toCharArray();
            one.setKeyEntry(alias, all.getKey(alias, password), password, all.getCertificateChain(alias));
        } else {
            one.setCertificateEntry(alias, all.getCertificate(alias));
        }
        Path file = file(alias + "." + type);
        try (OutputStream out = Files.newOutputStream(file)) {
            one.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private Path file(String name) {
        Path file = directory.resolve(name);
        file.toFile().deleteOnExit();
        return file;
    }

    /** Returns the file of the CA's certificate. */
    Path ca() {
        return ca;
    }

    private KeyStore keys() throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    }

    private void generate(String alias, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString()));
        command.addAll(List.of(more));
        Path log = file("keytool.log");
        int exitCode = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        assertThat(exitCode).as(() -> "exit code of keytool " + command).isZero();
    }

    private Path pem(String file, String type, byte[] der) throws IOException {
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return Files.writeString(
                file(file), "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n");
    }
}
