package dev.restorer.images.registry.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.fixtures.TestKeys;
import dev.restorer.images.registry.failure.EnvironmentException;
import dev.restorer.images.registry.failure.NonRetryableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemFilesTest {

    @TempDir
    static Path keys;

    private static Path certificate = Path.of("");

    @TempDir
    Path directory;

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificate = new TestKeys(keys).certificate();
    }

    @Test
    void theFileIsParsed() throws Exception {
        PemFiles files = PemFiles.of(Map.of("SSL_CERT_FILE", certificate.toString()), Map.of());
        assertThat(files.certificates()).singleElement().isInstanceOf(X509Certificate.class);
    }

    private int certificatesIn(String text) throws Exception {
        Path file = Files.writeString(directory.resolve("bundle.pem"), text);
        PemFiles files = PemFiles.of(Map.of("SSL_CERT_FILE", file.toString()), Map.of());
        return files.certificates().size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# A comment\n\n%s\n\n",
                "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n%s",
                "%s-----BEGIN TRUSTED CERTIFICATE-----\nMAA=\n-----END TRUSTED CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n%s",
                "-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n%s",
                "-----BEGIN CERTIFICATE-----\nA: b\n\nMAA=\n-----END CERTIFICATE-----\n%s",
                "-----BEGIN CERTIFICATE-----\n%s",
            })
    void whatIsNoCertificateIsSkipped(String text) throws Exception {
        assertThat(certificatesIn(text.formatted(Files.readString(certificate))))
                .isEqualTo(1);
    }

    @Test
    void linesMayHaveOtherEnds() throws Exception {
        String pem = Files.readString(certificate);
        assertThat(certificatesIn(pem.replace("\n", "\r\n"))).isEqualTo(1);
        assertThat(certificatesIn(pem.replace("\n", " \t\n"))).isEqualTo(1);
    }

    @Test
    void theFileMayBeInDer() throws Exception {
        X509Certificate parsed =
                (X509Certificate) PemFiles.of(Map.of("SSL_CERT_FILE", certificate.toString()), Map.of())
                        .certificates()
                        .iterator()
                        .next();
        Path file = Files.write(directory.resolve("a.der"), parsed.getEncoded());
        PemFiles files = PemFiles.of(Map.of("SSL_CERT_FILE", file.toString()), Map.of());
        assertThat(files.certificates()).containsExactly(parsed);
    }

    @Test
    void aDirectoryThatCannotBeReadToItsEndIsAProblemOfInput() {
        IOException failure = new IOException("Input/output error");
        Stream<Path> entries = Stream.of(certificate).peek(each -> {
            throw new UncheckedIOException(failure);
        });
        assertThatThrownBy(() -> PemFiles.regularFiles(entries)).isSameAs(failure);
    }

    @Test
    void aCertificateWithSeveralLinksIsTrustedOnce() throws Exception {
        Files.copy(certificate, directory.resolve("a.pem"));
        Files.createSymbolicLink(directory.resolve("0123abcd.0"), Path.of("a.pem"));
        Map<String, String> both =
                Map.of("SSL_CERT_DIR", directory.toString(), "SSL_CERT_FILE", certificate.toString());
        assertThat(PemFiles.of(both, Map.of()).certificates()).hasSize(1);
    }

    @Test
    void otherFilesOfADirectoryAreIgnored() throws Exception {
        Files.copy(certificate, directory.resolve("a.pem"));
        Files.writeString(directory.resolve("README"), "text");
        Files.createDirectory(directory.resolve("b.pem"));
        PemFiles files = PemFiles.of(Map.of("SSL_CERT_DIR", directory.toString()), Map.of());
        assertThat(files.certificates()).hasSize(1);
    }

    @Test
    void aDirectoryThatCannotBeReadIsReportedWhenTheCertificatesAreNeeded() {
        PemFiles files = PemFiles.of(Map.of("SSL_CERT_DIR", directory + ":/none/of"), Map.of());
        assertThatExceptionOfType(NonRetryableException.class)
                .isThrownBy(files::certificates)
                .withMessage("SSL_CERT_DIR names /none/of, which cannot be read");
    }

    @Test
    void aFileWithoutACertificateIsReportedWhenTheCertificatesAreNeeded() throws Exception {
        Path file = Files.writeString(directory.resolve("a.pem"), "text");
        PemFiles files = PemFiles.of(Map.of("SSL_CERT_FILE", file.toString()), Map.of());
        assertThatExceptionOfType(NonRetryableException.class)
                .isThrownBy(files::certificates)
                .withMessageContainingAll("SSL_CERT_FILE", file.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSL_CERT_FILE", "SSL_CERT_DIR"})
    void aValueThatIsNoPathIsReportedWhenTheCertificatesAreNeeded(String variable) {
        PemFiles files = PemFiles.of(Map.of(variable, "/a\0b"), Map.of());
        assertThatExceptionOfType(EnvironmentException.class)
                .isThrownBy(files::certificates)
                .withMessageStartingWith(variable + " names /a\\x00b, which cannot be read");
    }

    @Test
    void theFilesAreReadBeforeRightsAreGivenUp() throws Exception {
        Path file = Files.copy(certificate, directory.resolve("a.pem"));
        PemFiles files = PemFiles.of(Map.of("SSL_CERT_FILE", file.toString()), Map.of());
        Files.delete(file);
        assertThat(files.certificates()).hasSize(1);
    }
}
