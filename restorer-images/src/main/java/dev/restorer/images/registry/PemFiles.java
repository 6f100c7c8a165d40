package dev.restorer.images.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
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

    private final @Nullable Path file;
    private final Map<Path, byte[]> given;
    private byte @Nullable [] fileContent;

    /** The distinct contents, as ISO-8859-1, since a directory of certificates has several links to each file. */
    private final Set<String> others = new LinkedHashSet<>();

    private @Nullable EnvironmentException problem;

    private PemFiles(@Nullable Path file, Map<Path, byte[]> given) {
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
        String file = environment.getOrDefault("SSL_CERT_FILE", "");
        PemFiles files = new PemFiles(file.isEmpty() ? null : Path.of(file), given);
        files.readFile();
        for (String directory : environment.getOrDefault("SSL_CERT_DIR", "").split(":", -1)) {
            if (!directory.isEmpty()) {
                files.readDirectory(Path.of(directory));
            }
        }
        return files;
    }

    private void readFile() {
        try {
            fileContent = file == null ? null : read(file);
        } catch (IOException e) {
            problem = noCertificates(file);
        }
    }

    private void readDirectory(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            regularFiles(entries).forEach(this::readOther);
        } catch (IOException e) {
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

    private static EnvironmentException noCertificates(@Nullable Path file) {
        return new EnvironmentException(
                "SSL_CERT_FILE names " + file + ", which cannot be read or has no certificate in PEM format");
    }

    private static EnvironmentException unreadable(Path directory, IOException e) {
        return e instanceof AccessDeniedException
                ? new EnvironmentException(
                        "SSL_CERT_DIR names " + directory + ", which this user may not read",
                        "Let the user read it, or set SSL_CERT_FILE to a file with the certificates")
                : new EnvironmentException("SSL_CERT_DIR names " + directory + ", which cannot be read");
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
        try {
            return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(content));
        } catch (CertificateException e) {
            return List.of();
        }
    }
}
