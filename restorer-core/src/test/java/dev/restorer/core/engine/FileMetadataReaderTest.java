package dev.restorer.core.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.MetadataReader;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.Metadata;
import dev.restorer.api.MetadataReadException;
import dev.restorer.api.UnusableMetadataException;
import dev.restorer.fixtures.CapturedLog;
import dev.restorer.fixtures.Undeclared;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FileMetadataReaderTest {

    private final MetadataReader reader = new FileMetadataReader();

    /** A cache of another vendor. */
    private record Cache(Supplier<CacheMetadata> read) implements LayerCache {

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public CacheMetadata metadata() {
            return read.get();
        }

        @Override
        public Optional<LayerContents> contents(String diffId) {
            return Optional.empty();
        }
    }

    @Test
    @SuppressWarnings("NullAway") // the calls pass a null on purpose
    void nullIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> reader.withLimits(null));
        assertThatNullPointerException().isThrownBy(() -> reader.value(null));
    }

    @Test
    void jsonThatIsNotOneValueIsAnError() {
        for (String json : new String[] {"", " ", "1 2", "{} {}", "null null"}) {
            Metadata metadata = Metadata.json(json.getBytes(UTF_8), 0, json.length());
            assertThatThrownBy(() -> reader.value(metadata))
                    .isInstanceOf(UnusableMetadataException.class)
                    .hasMessageContaining("metadata is not JSON: ");
        }
    }

    @Test
    void aCacheWhoseMetadataIsDamagedIsIgnoredWithAWarning() {
        LayerCache damaged = new Cache(() -> reader.parseCacheMetadata(new byte[] {'x'}));
        try (CapturedLog log = new CapturedLog()) {
            assertThat(reader.readCacheMetadata(damaged)).isEqualTo(CacheMetadata.empty());
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("WARN Ignoring the cache, since its metadata is not valid: The metadata of the cache");
        }
    }

    @Test
    void whateverElseACacheThrowsIsAnErrorThatNamesItsClass() {
        LayerCache failing = new Cache(() -> {
            throw Undeclared.thrown(new IOException("it is offline"));
        });
        LayerCache incomplete = new Cache(() -> {
            throw new NoClassDefFoundError("a/b/Client");
        });
        String start = "The metadata of the cache " + Cache.class.getName() + " cannot be read: ";
        String remedy = ". Correct that class, or build without the cache.";
        assertThatThrownBy(() -> reader.readCacheMetadata(failing))
                .isInstanceOf(MetadataReadException.class)
                .hasMessage(start + "it is offline" + remedy);
        assertThatThrownBy(() -> reader.readCacheMetadata(incomplete))
                .isInstanceOf(MetadataReadException.class)
                .hasMessage(start + "java.lang.NoClassDefFoundError: a/b/Client" + remedy);
    }

    @Test
    void ofALongMessageOnlyTheStartIsShown() {
        LayerCache failing = new Cache(() -> {
            throw new IllegalStateException("x".repeat(100_000));
        });
        assertThatThrownBy(() -> reader.readCacheMetadata(failing))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(2_000))
                .hasMessageEndingWith("build without the cache.");
    }
}
