package dev.restorer.images.registry.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.OwnJvm;
import dev.restorer.fixtures.Start;
import dev.restorer.images.reference.Reference;
import dev.restorer.images.reference.RegistryReference;
import dev.restorer.images.registry.failure.NonRetryableException;
import dev.restorer.images.registry.http.RegistryFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OwnJvm(Start.KEPT_OUT_BY_MODES)
class ClosedCertificatesTest {

    @TempDir
    Path directory;

    @Test
    void aDirectoryThatMayNotBeReadIsReportedWithWhatToDo() throws IOException {
        Path closed = Files.createDirectory(directory.resolve("certs"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        PemFiles files = PemFiles.of(Map.of("SSL_CERT_DIR", closed.toString()), Map.of());
        RegistryReference reference = (RegistryReference) Reference.parse("r.example/a:1");
        try {
            throw new AssertionError(files.certificates().toString());
        } catch (NonRetryableException e) {
            assertThat(RegistryFailures.of(reference, e))
                    .hasMessageContaining("SSL_CERT_DIR names " + closed + ", which this user may not read."
                            + " Let the user read it, or set SSL_CERT_FILE to a file with the certificates.");
        }
    }
}
