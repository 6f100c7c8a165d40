package dev.restorer.core.contents.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.files.FileOwner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeDirectoriesTest {

    private static final int DEPTH = 40;

    @TempDir
    private Path root;

    private TreeDirectories directories = directories(Path.of(""), 0);

    @BeforeEach
    void openTree() {
        directories = directories(root, 100_000);
    }

    private static TreeDirectories directories(Path root, long maxDirectories) {
        return new TreeDirectories(root, maxDirectories, new LastModes(root, 0755, 3), FileOwner.process());
    }

    private static List<String> chain(int name) {
        return Collections.nCopies(DEPTH, "d" + name);
    }

    @Test
    void directoriesThatWereCreatedAreNotLookedUpAgain() throws Exception {
        directories.create(List.of("a", "b"));
        directories.create(List.of("c"));
        Files.delete(root.resolve("a/b"));
        assertThat(directories.create(List.of("a", "b"))).doesNotExist();
        assertThat(directories.has(List.of("a", "b"))).isTrue();
    }

    @Test
    void directoriesThatWereFoundAreNotLookedUpAgain() throws Exception {
        Files.createDirectories(root.resolve("a/b"));
        assertThat(directories.has(List.of("a", "b"))).isTrue();
        Files.delete(root.resolve("a/b"));
        assertThat(directories.has(List.of("a", "b"))).isTrue();
        assertThat(directories.has(List.of("a", "c"))).isFalse();
    }

    @Test
    void entriesThatChangeBetweenFewDeepDirectoriesAreAccepted() throws Exception {
        for (int i = 0; i < 20_000; i++) {
            directories.create(chain(i % 50));
        }
        assertThat(directories.create(chain(1))).isDirectory();
    }

    @Test
    void entriesThatChangeBetweenTooManyDeepDirectoriesAreRejected() {
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 20_000; i++) {
                        directories.create(chain(i % 600));
                    }
                })
                .isInstanceOf(RejectedException.class)
                .hasMessage("its entries change too often between too many directories");
    }

    @Test
    void theNumberOfDirectoriesClosedToTheirOwnerIsLimited() throws Exception {
        directories.mode(List.of("a"), 0555);
        directories.mode(List.of("b"), 0555);
        assertThatThrownBy(() -> directories.mode(List.of("c"), 0555))
                .hasMessage("it has more than 3 directories that lock out their owner");
    }
}
