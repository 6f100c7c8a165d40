package dev.restorer.images.registry.tls;

import dev.restorer.api.Quoted;
import dev.restorer.images.registry.failure.EnvironmentException;
import dev.restorer.images.registry.failure.NonRetryableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The contents of {@code SSL_CERT_FILE} and of the files in {@code SSL_CERT_DIR}, with their meaning in Go. */
final class PemFiles {

    private final String file;
    private final Map<Path, byte[]> given;
    private byte @Nullable [] fileContent;

    /** The distinct contents, as ISO-8859-1, since a directory of certificates has several links to each file. */
    private final Set<String> others = new LinkedHashSet<>();

    private @Nullable EnvironmentException problem;

    private PemFiles(String file, Map<Path, byte[]> given) {
        this.file = file;
        this.given = given;
    }

    /**
     * Reads the files that the environment variables name.
     *
     * @param environment the variables
     * @param given the contents of some files, which are used instead of the files
     */
    static PemFiles of(Map<String, String> environment, Map<Path, byte[]> given) {
        PemFiles files = new PemFiles(environment.getOrDefault("SSL_CERT_FILE", ""), given);
        files.readFile();
        for (String directory : environment.getOrDefault("SSL_CERT_DIR", "").split(":", -1)) {
            if (!directory.isEmpty()) {
                files.readDirectory(directory);
            }
        }
        return files;
    }

    private void readFile() {
        try {
            fileContent = file.isEmpty() ? null : read(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            problem = noCertificates(file);
        }
    }

    private void readDirectory(String directory) {
        try (Stream<Path> entries = Files.list(Path.of(directory))) {
            regularFiles(entries).forEach(this::readOther);
        } catch (IOException | InvalidPathException e) {
            problem = problem == null ? unreadable(directory, e) : problem;
        }
    }

    /** Returns the regular files, in order. */
    static List<Path> regularFiles(Stream<Path> entries) throws IOException {
        try {
            return entries.filter(Files::isRegularFile).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause(); // the directory could be opened, and not be read
        }
    }

    private void readOther(Path each) {
        try {
            others.add(new String(read(each), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            // A file that only others may read is ignored, as in Go.
        }
    }

    private byte[] read(Path file) throws IOException {
        byte[] content = given.get(file);
        if (content != null) {
            return content;
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("not a regular file"); // opening a pipe would block
        }
        return Files.readAllBytes(file);
    }

    private static EnvironmentException noCertificates(String file) {
        return new EnvironmentException("SSL_CERT_FILE names " + Quoted.escape(file)
                + ", which cannot be read or has no certificate in PEM format");
    }

    private static EnvironmentException unreadable(String directory, Exception e) {
        String named = "SSL_CERT_DIR names " + Quoted.escape(directory);
        return e instanceof AccessDeniedException
                ? new EnvironmentException(
                        named + ", which this user may not read",
                        "Let the user read it, or set SSL_CERT_FILE to a file with the certificates")
                : new EnvironmentException(named + ", which cannot be read");
    }

    /**
     * Parses the files. A file of a directory that has no certificate is ignored, for example a revocation list.
     *
     * @return the distinct certificates
     * @throws NonRetryableException if a file or a directory could not be read, or the file has no certificate
     */
    Set<Certificate> certificates() throws NonRetryableException {
        if (problem != null) {
            throw problem;
        }
        Set<Certificate> certificates = new LinkedHashSet<>();
        if (fileContent != null) {
            certificates.addAll(parsed(fileContent));
            if (certificates.isEmpty()) {
                throw noCertificates(file);
            }
        }
        others.forEach(content -> certificates.addAll(parsed(content.getBytes(StandardCharsets.ISO_8859_1))));
        return certificates;
    }

    private static Collection<? extends Certificate> parsed(byte[] content) {
        Collection<Certificate> certificates = PemCertificates.of(content);
        return certificates.isEmpty() ? inOtherFormat(content) : certificates;
    }

    /** Parses a file without a certificate in PEM, which may be one in DER. */
    private static Collection<? extends Certificate> inOtherFormat(byte[] content) {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(content));
        } catch (CertificateException e) {
            return List.of();
        }
    }
}
