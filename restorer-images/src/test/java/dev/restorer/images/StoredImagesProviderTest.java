package dev.restorer.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.restorer.spi.ImageReadException;
import dev.restorer.spi.ImageReferenceException;
import dev.restorer.spi.ImageSource;
import dev.restorer.spi.ImageSourceConfiguration;
import dev.restorer.spi.ImageSourceProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredImagesProviderTest {

    @TempDir
    Path directory;

    private static ImageSource open(@Nullable Path layouts, Map<String, String> environment) {
        List<ServiceLoader.Provider<ImageSourceProvider>> found =
                ServiceLoader.load(ImageSourceProvider.class).stream().toList();
        assertThat(found).hasSize(1);
        return found.get(0)
                .get()
                .open(ImageSourceConfiguration.builder()
                        .layoutDirectory(layouts)
                        .environment(environment)
                        .build());
    }

    @Test
    void aReferenceToALayoutIsReadThere() throws IOException {
        TestImage image = TestImage.of(Map.of()).alone(directory);
        try (ImageSource source = open(null, Map.of())) {
            assertThat(source.image("oci:" + directory).orElseThrow().digest()).isEqualTo(image.digest());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"oci:", "/", "registry.example/", ""})
    void aReferenceThatIsLongerThanAPathWithADigestCanBeIsRejected(String start) {
        try (ImageSource source = open(directory, Map.of())) {
            assertThatExceptionOfType(ImageReferenceException.class)
                    .isThrownBy(() -> source.image(start + "a".repeat(4_353 - start.length())))
                    .withMessageContaining(" at index 4352 it exceeds 4352 characters. ")
                    .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1_500));
        }
    }

    @Test
    void aDirectoryOfLayoutsReplacesRegistries() throws IOException {
        TestImage image = TestImage.of(Map.of()).alone(directory.resolve("index.docker.io/library/ubuntu/latest"));
        try (ImageSource source = open(directory, Map.of())) {
            assertThat(source.image("ubuntu").orElseThrow().digest()).isEqualTo(image.digest());
            assertThat(source.image("ubuntu:other")).isEmpty();
        }
    }

    @Test
    void aPathInADirectoryOfLayoutsNamesOne() throws IOException {
        String path = directory.resolve("r.example/run/1").toString();
        TestImage image = TestImage.of(Map.of()).alone(Path.of(path));
        try (ImageSource source = open(directory, Map.of())) {
            assertThat(source.image(path).orElseThrow().digestReference()).isEqualTo(path + "@" + image.digest());
            assertThat(source.image(path + "@" + image.digest())).isPresent();
            assertThat(source.image(path + "@sha256:" + "0".repeat(64))).isEmpty();
            assertThat(source.image(path + "0")).isEmpty();
            assertThatExceptionOfType(ImageReadException.class)
                    .isThrownBy(() -> source.image("/tmp"))
                    .withMessageContaining("refers to a path outside of");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ubuntu, index.docker.io/library/ubuntu",
        "docker.io/library/ubuntu:22.04, index.docker.io/library/ubuntu",
        "cnbs/run:1, index.docker.io/cnbs/run",
        "r.example:5000/a/run:1, r.example:5000/a/run",
        "localhost/run, localhost/run",
        "oci:/images/app:1, oci:/images/app"
    })
    void theRepositoryIsInFullHoweverTheReferenceIsWritten(String reference, String repository) {
        try (ImageSource source = open(null, Map.of())) {
            assertThat(source.repository(reference)).isEqualTo(repository);
        }
    }

    @Test
    void anInvalidReferenceIsReported() {
        try (ImageSource source = open(null, Map.of())) {
            assertThatExceptionOfType(ImageReferenceException.class).isThrownBy(() -> source.repository("UBUNTU"));
            assertThatExceptionOfType(ImageReferenceException.class).isThrownBy(() -> source.image("UBUNTU"));
        }
    }

    @Test
    void aClosedSourceThrows() {
        ImageSource source = open(null, Map.of());
        source.close();
        source.close();
        assertThatIllegalStateException().isThrownBy(() -> source.image("ubuntu"));
    }

    @Test
    void aLayoutIsReadWithoutTheCertificatesOfTheEnvironment() throws IOException {
        TestImage image = TestImage.of(Map.of()).alone(directory);
        Map<String, String> environment =
                Map.of("SSL_CERT_FILE", directory.resolve("none.pem").toString());
        try (ImageSource source = open(null, environment)) {
            assertThat(source.image("oci:" + directory).orElseThrow().digest()).isEqualTo(image.digest());
        }
    }
}
