package dev.restorer.images.registry;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restorer.images.reference.Reference;
import dev.restorer.images.reference.RegistryReference;
import dev.restorer.spi.ImageCredentials;
import dev.restorer.spi.ImageReadException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingCertificatesTest {

    @TempDir
    Path directory;

    @Test
    void aMissingFileOfCertificatesIsReportedWhenARegistryIsReachedWithTls() throws Exception {
        String file = directory.resolve("none.pem").toString();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                TestProxy proxy = new TestProxy(ServerSocketFactory.getDefault(), server.getLocalPort());
                RegistryImages images = TestRegistry.images(
                        TestRegistry.configuration()
                                .environment(Map.of("HTTPS_PROXY", proxy.address(), "SSL_CERT_FILE", file)),
                        ImageCredentials.none())) {
            RegistryReference image = (RegistryReference) Reference.parse("r.example/a/b:1");
            assertThatExceptionOfType(ImageReadException.class)
                    .isThrownBy(() -> images.image(image))
                    .withMessageContaining("SSL_CERT_FILE names " + file);
        }
    }
}
