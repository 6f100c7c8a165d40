package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.core.contents.MemoryCache;
import dev.restorer.fixtures.Tar;
import dev.restorer.fixtures.Undeclared;
import dev.restorer.spi.LayerContents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentsListenerTest {

    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    Path directory;

    private Build build;
    private final Map<String, List<Long>> told = new ConcurrentHashMap<>();

    @BeforeEach
    void createBuild() {
        build = new Build(directory).buildpack("a", "0.10");
    }

    private void tell(String layer, long bytes) {
        told.computeIfAbsent(layer, name -> new ArrayList<>()).add(bytes);
    }

    private List<Long> told(String layer) {
        return told.getOrDefault(layer, List.of());
    }

    @Test
    void itIsNotifiedAtStartAndEndAndAboutOncePerMebibyte() {
        byte[] tar = Build.tar("a", "x", "a".repeat(5 * MEBIBYTE)).bytes();
        build.layer("a", "x", tar).layer("a", "y", "small");
        build.restore(build.options().parallelism(2).listener((layer, bytes, size) -> {
            assertThat(size).isPositive();
            tell(layer.layer(), bytes);
        }));
        List<Long> large = told("x");
        assertThat(large).hasSizeBetween(6, 8).isSorted().doesNotHaveDuplicates();
        assertThat(large.get(0)).isLessThan(MEBIBYTE);
        assertThat(large.get(large.size() - 1)).isEqualTo(tar.length);
        assertThat(told("y")).isNotEmpty().last().isEqualTo(2560L);
    }

    @Test
    void anUnknownSizeIsReportedAsUnknown() {
        byte[] tar = Build.tar("a", "x", "content").bytes();
        String diffId = MemoryCache.diffId(tar);
        build.knownLayer("a", "x", diffId);
        build.cache.put(diffId, () -> new LayerContents(new ByteArrayInputStream(tar), LayerContents.UNKNOWN_SIZE));
        build.restore(build.options().listener((layer, bytes, size) -> tell(layer.layer(), size)));
        assertThat(told("x")).isNotEmpty().containsOnly(LayerContents.UNKNOWN_SIZE);
    }

    @Test
    void itIsNotNotifiedOfLayersThatAreNotRestored() {
        build.knownLayer("a", "missing", MemoryCache.diffId(new byte[] {1}));
        build.restore(build.options().listener((layer, bytes, size) -> tell(layer.layer(), bytes)));
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void itsExceptionEndsTheRestoreAndLeavesNothingIncomplete(int parallelism) {
        String content = "a".repeat(3 * MEBIBYTE);
        build.layer("a", "x", content).layer("a", "y", content).layer("a", "z", content);
        IllegalStateException thrown = new IllegalStateException("no more");
        assertThatThrownBy(() ->
                        build.restore(build.options().parallelism(parallelism).listener((layer, bytes, size) -> {
                            if (layer.layer().equals("y") && bytes > MEBIBYTE) {
                                throw thrown;
                            }
                        })))
                .isSameAs(thrown);
        build.assertNothingIncomplete(content);
        assertThat(build.tree()).contains("a/y.toml").doesNotContain("a/y/");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void anExceptionThatItDoesNotDeclareEndsTheRestoreToo(int parallelism) {
        build.layer("a", "x", "content").layer("a", "y", "content");
        IOException thrown = new IOException("no more");
        assertThatThrownBy(() ->
                        build.restore(build.options().parallelism(parallelism).listener((layer, bytes, size) -> {
                            throw Undeclared.thrown(thrown);
                        })))
                .isInstanceOf(UndeclaredThrowableException.class)
                .hasCause(thrown);
    }

    static Stream<Arguments> exceptionsThatAlsoTheEngineThrows() {
        return Stream.of(
                        new CancellationException("no more"),
                        new LayersDirectoryException(Path.of("/other"), "cannot be written", "Correct it"),
                        new UncheckedIOException(new IOException("no more")))
                .flatMap(thrown -> Stream.of(1, 4).map(parallelism -> Arguments.of(thrown, parallelism)));
    }

    /** A listener may restore another directory, or belong to a task that was cancelled. */
    @ParameterizedTest
    @MethodSource("exceptionsThatAlsoTheEngineThrows")
    void itsExceptionIsPassedOnAlsoIfTheEngineThrowsSuchForALayer(RuntimeException thrown, int parallelism) {
        build.layer("a", "x", "content").layer("a", "y", "content").layer("a", "z", "content");
        assertThatThrownBy(() ->
                        build.restore(build.options().parallelism(parallelism).listener((layer, bytes, size) -> {
                            if (layer.layer().equals("y")) {
                                throw thrown;
                            }
                        })))
                .isSameAs(thrown);
        assertThat(build.tree()).contains("a/y.toml").doesNotContain("a/y/");
    }

    @Test
    void itsExceptionAtTheEndOfALayerLeavesTheLayerComplete() {
        byte[] tar = new Tar().file("/layers/a/x/file", "content").bytes();
        build.layer("a", "x", tar);
        List<Long> times = new ArrayList<>();
        assertThatThrownBy(() -> build.restore(build.options().listener((layer, bytes, size) -> {
                    times.add(bytes);
                    throw new IllegalStateException("no more");
                })))
                .isInstanceOf(IllegalStateException.class);
        assertThat(times).hasSize(1);
        build.assertNothingIncomplete("content");
    }
}
