package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.ContentsOptions;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.ContentsLimits;
import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.MetadataReadException;
import dev.restorer.api.RemovalKind;
import dev.restorer.api.RestoreReport;
import dev.restorer.core.contents.MemoryCache;
import dev.restorer.fixtures.CapturedLog;
import dev.restorer.fixtures.Tar;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImageLayerCache;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kinds of causes for removing a layer, and the messages about caches of other vendors. */
class RemovalKindTest {

    @TempDir
    Path directory;

    private Build build;

    @BeforeEach
    void createBuild() {
        build = new Build(directory).buildpack("a/bp", "0.10");
    }

    /** A cache of a vendor that fails. */
    private abstract static class VendorCache implements LayerCache {
        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public CacheMetadata metadata() {
            return CacheMetadata.empty();
        }
    }

    private static ContentsOutcome.Removed removed(RestoreReport report) {
        ContentsOutcome outcome = report.contents().findFirst().orElseThrow();
        assertThat(outcome).isInstanceOf(ContentsOutcome.Removed.class);
        return (ContentsOutcome.Removed) outcome;
    }

    private RemovalKind kind() {
        return removed(build.restore()).kind();
    }

    private static byte[] tar() {
        return Build.tar("a/bp", "x", "content").bytes();
    }

    @Test
    void contentsThatTheCacheDoesNotHaveAreAbsent() {
        build.knownLayer("a/bp", "x", MemoryCache.diffId(new byte[] {1}));
        assertThat(kind()).isEqualTo(RemovalKind.ABSENT);
    }

    @Test
    void truncatedContentsAndThoseWithAnotherDigestAreDamaged() {
        String diffId = MemoryCache.diffId(new byte[] {1});
        build.knownLayer("a/bp", "x", diffId);
        build.cache.put(diffId, tar());
        assertThat(kind()).isEqualTo(RemovalKind.DAMAGED);
        build.cache.put(diffId, Arrays.copyOf(tar(), 700));
        assertThat(kind()).isEqualTo(RemovalKind.DAMAGED);
        build.cache.put(diffId, new byte[] {0x1f, (byte) 0x8b, 8, 0});
        assertThat(kind()).isEqualTo(RemovalKind.DAMAGED);
    }

    @Test
    void contentsAboveALimitExceedIt() {
        build.layer("a/bp", "x", "content");
        ContentsOptions.Builder options =
                build.options().limits(ContentsLimits.defaults().withBytes(3));
        assertThat(removed(build.restore(options)).kind()).isEqualTo(RemovalKind.OVER_LIMIT);
    }

    @Test
    void anEntryThatIsNotAllowedIsRejected() {
        build.layer(
                "a/bp", "x", new Tar().file("/layers/a_bp/x/../../../y", "evil").bytes());
        assertThat(kind()).isEqualTo(RemovalKind.REJECTED_ENTRY);
    }

    @Test
    void aLayerThatIsRemovedByDecisionHasNoOtherCause() {
        build.layer("a/bp", "x", "content").restoreMetadata();
        build.shaStore.put("a/bp", "x", "sha256:other");
        assertThat(removed(build.restoreContents()).kind()).isEqualTo(RemovalKind.DECIDED);
    }

    private RestoreReport restoreFrom(LayerCache cache) {
        build.layer("a/bp", "x", "content");
        return build.restore(ContentsOptions.from(cache));
    }

    @Test
    void aCacheInAnImageIsNotNamedByItsClass() {
        Image image = (Image) Proxy.newProxyInstance(
                Image.class.getClassLoader(), new Class<?>[] {Image.class}, (proxy, method, arguments) -> {
                    throw new IOException("the blob is damaged");
                });
        ContentsOutcome.Removed removed =
                removed(restoreFrom(new ImageLayerCache(image, json -> CacheMetadata.empty())));
        assertThat(removed.cause()).isEqualTo("the blob is damaged");
    }

    @Test
    void aCacheThatThrowsIsNamedAndTheExceptionIsLoggedAtDebug() {
        VendorCache cache = new VendorCache() {
            @Override
            public Optional<LayerContents> contents(String diffId) {
                throw new IllegalStateException("request failed", new IOException("connection reset"));
            }
        };
        try (CapturedLog log = new CapturedLog()) {
            ContentsOutcome.Removed removed = removed(restoreFrom(cache));
            assertThat(removed.kind()).isEqualTo(RemovalKind.UNREADABLE);
            assertThat(removed.cause()).isEqualTo(cache.getClass().getName() + ": connection reset");
            assertThat(log.lines())
                    .contains("DEBUG The contents of \"a/bp:x\" cannot be restored")
                    .contains("WARN Removing \"a/bp:x\", its contents cannot be restored: "
                            + cache.getClass().getName() + ": connection reset");
        }
    }

    @Test
    void aStreamThatFailsIsUnreadable() {
        VendorCache cache = new VendorCache() {
            @Override
            public Optional<LayerContents> contents(String diffId) {
                return Optional.of(new LayerContents(
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("connection reset");
                            }

                            @Override
                            public int read(byte[] into, int offset, int length) throws IOException {
                                throw new IOException("connection reset");
                            }
                        },
                        LayerContents.UNKNOWN_SIZE));
            }
        };
        assertThat(removed(restoreFrom(cache)).kind()).isEqualTo(RemovalKind.UNREADABLE);
    }

    @Test
    @SuppressWarnings({"NullAway", "NullableOptional"}) // as in code without null checks
    void aCacheThatReturnsNullIsNamed() {
        VendorCache cache = new VendorCache() {
            @Override
            public @Nullable Optional<LayerContents> contents(String diffId) {
                return null;
            }
        };
        assertThat(removed(restoreFrom(cache)).cause())
                .isEqualTo(cache.getClass().getName() + ": it returned null for its contents");
    }

    @Test
    @SuppressWarnings({"NullAway", "NullableOptional"}) // as in code without null checks
    void aCacheWithUnreadableMetadataIsNamed() {
        VendorCache throwing = new VendorCache() {
            @Override
            public CacheMetadata metadata() {
                throw new IllegalStateException(new IOException("connection reset"));
            }

            @Override
            public Optional<LayerContents> contents(String diffId) {
                return Optional.empty();
            }
        };
        VendorCache nothing = new VendorCache() {
            @Override
            public @Nullable CacheMetadata metadata() {
                return null;
            }

            @Override
            public Optional<LayerContents> contents(String diffId) {
                return Optional.empty();
            }
        };
        assertThatThrownBy(() -> new FileMetadataReader().readCacheMetadata(throwing))
                .isInstanceOf(MetadataReadException.class)
                .hasMessageContaining(throwing.getClass().getName() + " cannot be read: connection reset");
        assertThatThrownBy(() -> new FileMetadataReader().readCacheMetadata(nothing))
                .isInstanceOf(MetadataReadException.class)
                .hasMessageContaining(nothing.getClass().getName() + " cannot be read: it returned null");
    }
}
