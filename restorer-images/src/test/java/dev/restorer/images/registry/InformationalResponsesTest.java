package dev.restorer.images.registry;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restorer.images.reference.Reference;
import dev.restorer.images.reference.RegistryReference;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImageReadException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that sends informational responses before another one, or without end. */
@Timeout(30)
class InformationalResponsesTest {

    private ServerSocket server;
    private volatile String informational = "";
    private volatile int times;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                serve(socket);
            } catch (IOException e) {
                // the client has closed the connection, or the test has ended
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        BufferedReader requests = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            if (line.isEmpty()) {
                for (int i = 0; i < times; i++) {
                    socket.getOutputStream().write((informational + "\r\n\r\n").getBytes(US_ASCII));
                }
                socket.getOutputStream().write("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
            }
        }
    }

    private Optional<Image> image() {
        try (RegistryImages images = TestRegistry.images()) {
            return images.image((RegistryReference) Reference.parse("localhost:" + server.getLocalPort() + "/a/b:1"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 100 Continue", "HTTP/1.1 103 Early Hints"})
    void someAreSkippedAndTheResponseAfterThemIsUsed(String response) {
        informational = response;
        times = 50;
        assertThat(image()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 100 Continue", "HTTP/1.1 103 Early Hints"})
    void withoutEndTheyAreAnError(String response) {
        informational = response;
        times = Integer.MAX_VALUE;
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(this::image)
                .withMessageContaining("more than 100 informational responses were sent in place of one");
    }
}
