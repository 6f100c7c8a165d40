package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restorer.ContentsOptions;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.RestoreCancelledException;
import dev.restorer.fixtures.Undeclared;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongestFirstTest {

    @TempDir
    Path directory;

    private final List<String> asked = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private Build build;

    @BeforeEach
    void createBuild() {
        build = new Build(directory)
                .buildpack("bp", "0.10")
                .layer("bp", "a", "short")
                .layer("bp", "b", "x".repeat(5_000))
                .layer("bp", "c", "of medium size".repeat(100));
    }

    /** Restores one layer at a time, and returns the diff ids in the order in which they were opened. */
    private List<String> openedWith(ToLongFunction<String> sizes) {
        assertThat(Build.restored(
                        build.restore(ContentsOptions.from(new Sized(sizes)).parallelism(1))))
                .isNotEmpty();
        return opened;
    }

    private long size(String diffId) {
        try (LayerContents contents = build.cache.contents(diffId).orElseThrow()) {
            return contents.size();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theLongestLayerIsRestoredFirst() {
        assertThat(openedWith(this::size))
                .hasSize(3)
                .isSortedAccordingTo((one, other) -> Long.compare(size(other), size(one)));
    }

    @Test
    void aCacheThatFailsToTellSizesHasItsLayersRestored() {
        assertThat(openedWith(diffId -> {
                    throw new IllegalStateException();
                }))
                .hasSize(3);
    }

    @Test
    void aCacheThatThrowsWhatItDoesNotDeclareHasItsLayersRestored() {
        assertThat(openedWith(diffId -> {
                    throw Undeclared.thrown(new IOException());
                }))
                .hasSize(3);
    }

    @Test
    void anInterruptOfACacheThatTellsASizeCancelsTheRestore() {
        assertThatExceptionOfType(RestoreCancelledException.class)
                .isThrownBy(() -> openedWith(diffId -> {
                    throw Undeclared.thrown(new InterruptedException());
                }));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aCacheIsNotAskedForADiffIdOfAnotherForm() {
        build.knownLayer("bp", "d", "../../outside");
        openedWith(this::size);
        assertThat(asked).hasSize(3).allMatch(diffId -> diffId.startsWith("sha256:"));
    }

    /** The cache of the build, with sizes. */
    private final class Sized implements LayerCache {
        private final ToLongFunction<String> sizes;

        private Sized(ToLongFunction<String> sizes) {
            this.sizes = sizes;
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public CacheMetadata metadata() {
            return build.cache.metadata();
        }

        @Override
        public OptionalLong size(String diffId) {
            asked.add(diffId);
            return OptionalLong.of(sizes.applyAsLong(diffId));
        }

        @Override
        public Optional<LayerContents> contents(String diffId) throws IOException {
            opened.add(diffId);
            return build.cache.contents(diffId);
        }
    }
}
