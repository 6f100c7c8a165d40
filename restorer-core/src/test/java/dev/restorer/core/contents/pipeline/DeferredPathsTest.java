package dev.restorer.core.contents.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeferredPathsTest {

    private static final int BLOCKS = TarBuffer.MAX_FIRST / TarBuffer.BLOCK_LENGTH;

    /** A buffer may begin with the bytes of a file whose header is in the one before it. */
    private static final int MAX_FILES = BLOCKS + 1;

    private final DeferredPaths deferred = new DeferredPaths(BLOCKS);

    private static FoldedPath path(String... parts) {
        return Objects.requireNonNull(FoldedPath.of(List.of(parts)));
    }

    /** So many that several have the same slot. */
    @Test
    void asManyFilesAsABufferCanHaveAreFoundWithTheirDirectories() {
        IntStream.range(0, MAX_FILES).forEach(i -> deferred.add(path("directory-" + i, "file-" + i)));
        assertThat(IntStream.range(0, MAX_FILES))
                .allMatch(i -> deferred.isTouchedBy(path("directory-" + i, "file-" + i)))
                .allMatch(i -> deferred.isTouchedBy(path("directory-" + i)));
        assertThat(deferred.isTouchedBy(path("directory-0", "other"))).isFalse();
    }

    @Test
    void nothingIsFoundAfterwards() {
        deferred.add(path("a", "b"));
        deferred.clear();
        assertThat(deferred.isTouchedBy(path("a", "b"))).isFalse();
        deferred.add(path("c"));
        assertThat(deferred.isTouchedBy(path("a"))).isFalse();
    }
}
