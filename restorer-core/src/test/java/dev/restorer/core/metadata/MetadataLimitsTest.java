package dev.restorer.core.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.MetadataReader;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.MetadataLimits;
import dev.restorer.api.UnusableMetadataException;
import dev.restorer.core.engine.FileMetadataReader;
import dev.restorer.fixtures.CapturedLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetadataLimitsTest {

    private static final String JSON = "{\"buildpacks\":[]}";
    private static final String TOML = "[metadata]\n";

    private final MetadataReader reader = new FileMetadataReader();

    @TempDir
    Path directory;

    private Path write(String content) throws IOException {
        return Files.writeString(directory.resolve("document"), content);
    }

    private MetadataReader upTo(long bytes) {
        return reader.withLimits(new MetadataLimits(bytes));
    }

    private static void assertTooLarge(ThrowingCallable reading, long limit) {
        assertThatThrownBy(reading)
                .isInstanceOf(UnusableMetadataException.class)
                .hasMessageContaining("it is larger than the limit of " + limit + " bytes");
    }

    @Test
    void aLabelOfTheMaximumSizeIsRead() throws IOException {
        Path file = write(JSON);
        byte[] bytes = JSON.getBytes(StandardCharsets.UTF_8);
        assertThatCode(() -> upTo(bytes.length).readLabel(file)).doesNotThrowAnyException();
        assertThatCode(() -> upTo(bytes.length).parseLabel(bytes)).doesNotThrowAnyException();
        assertTooLarge(() -> upTo(bytes.length - 1).readLabel(file), bytes.length - 1);
        assertTooLarge(() -> upTo(bytes.length - 1).parseLabel(bytes), bytes.length - 1);
    }

    @Test
    void anAnalyzedTomlAndAGroupOfTheMaximumSizeAreRead() throws IOException {
        Path file = write(TOML);
        assertThatCode(() -> upTo(TOML.length()).readAnalyzed(file)).doesNotThrowAnyException();
        assertTooLarge(() -> upTo(TOML.length() - 1).readAnalyzed(file), TOML.length() - 1);
        assertTooLarge(() -> upTo(TOML.length() - 1).readGroup(file), TOML.length() - 1);
    }

    @Test
    void cacheMetadataAboveTheLimitIsOneWarningAndNoCache() throws IOException {
        Path file = write(JSON);
        try (CapturedLog log = new CapturedLog()) {
            assertThat(upTo(1).readCacheMetadata(file)).isEqualTo(CacheMetadata.empty());
            assertThat(log.lines()).singleElement().asString().contains("larger than the limit of 1 bytes");
        }
        assertTooLarge(() -> upTo(1).parseCacheMetadata(JSON.getBytes(StandardCharsets.UTF_8)), 1);
    }

    @Test
    void aPipeIsReadOnlyUpToTheLimit() throws Exception {
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process endless = new ProcessBuilder("sh", "-c", "exec cat /dev/zero >\"$0\"", pipe.toString()).start();
        try {
            CompletableFuture<Void> reading = CompletableFuture.runAsync(
                    () -> assertTooLarge(() -> upTo(100_000).readLabel(pipe), 100_000));
            reading.join();
        } finally {
            endless.destroyForcibly().waitFor();
        }
    }

    @Test
    void aLongStringInAnUnknownFieldIsIgnored() {
        String json = "{\"note\":\"" + "x".repeat(30_000_000) + "\",\"buildpacks\":[{\"key\":\"a\"}]}";
        assertThat(reader.parseLabel(json.getBytes(StandardCharsets.UTF_8)).buildpacks())
                .hasSize(1);
    }

    @Test
    void aNumberTooLargeForAFloatIsAnErrorInTomlAndInfinityIsNot() throws IOException {
        String layer = "[[metadata.buildpacks]]\nkey = \"a\"\n[metadata.buildpacks.layers.x.metadata]\nn = ";
        for (String number : new String[] {"1e999999999", "-1e400", "1" + "0".repeat(400) + ".5"}) {
            Path file = write(layer + number);
            assertThatThrownBy(() -> reader.readAnalyzed(file))
                    .isInstanceOf(UnusableMetadataException.class)
                    .hasMessageContaining("metadata has a number that is larger than any float");
        }
        for (String number : new String[] {"inf", "-inf", "nan", "1e308", "1e-999"}) {
            Path file = write(layer + number);
            assertThatCode(() -> reader.readAnalyzed(file)).doesNotThrowAnyException();
        }
    }

    @Test
    void aWholeNumberOfMoreThan64BitsIsAnErrorInToml() throws IOException {
        String layer = "[[metadata.buildpacks]]\nkey = \"a\"\n[metadata.buildpacks.layers.x.metadata]\nn = ";
        for (String number :
                new String[] {"9223372036854775808", "-9223372036854775809", "0xffffffffffffffff", "1" + "0".repeat(400)
                }) {
            Path file = write(layer + "[{ a = " + number + " }]");
            assertThatThrownBy(() -> reader.readAnalyzed(file))
                    .isInstanceOf(UnusableMetadataException.class)
                    .hasMessageContaining("metadata has a whole number of more than 64 bits");
        }
        for (String number : new String[] {"9223372036854775807", "-9223372036854775808", "0x7fffffffffffffff"}) {
            Path file = write(layer + number);
            assertThatCode(() -> reader.readAnalyzed(file)).doesNotThrowAnyException();
        }
    }
}
