package dev.restorer.core.layersdir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.api.RestoreCancelledException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayersDirectoryTest {

    @TempDir
    Path layers;

    @AfterEach
    void clearTheFlag() {
        Thread.interrupted();
    }

    @Test
    void anInterruptedWriteCancelsTheRestoreIntoTheLayersDirectoryNotIntoTheFile() {
        try (BuildpackDirectory buildpack = new LayersDirectory(layers, null).make("bp")) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> buildpack.write("layer.toml", new byte[1]))
                    .isInstanceOf(RestoreCancelledException.class)
                    .hasMessageStartingWith("The restore into " + layers + " was cancelled");
        }
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aHiddenDirectoryThatAnotherProcessRemovedIsNotCreatedAgain() throws IOException {
        HiddenBuildpackDirectory hidden =
                new LayersDirectory(layers, null).createHidden("bp").orElseThrow();
        try (Stream<Path> entries = Files.list(layers)) {
            Files.delete(entries.findFirst().orElseThrow());
        }
        assertThatThrownBy(hidden::open).isInstanceOf(LayersDirectoryException.class);
        assertThat(layers).isEmptyDirectory();
    }

    @Test
    void aNameUnderWhichTheFileOfAnEarlierOneIsFoundIsEqualToThat() {
        LayersDirectory directory = new LayersDirectory(layers, null);
        assertThat(directory.namesEqualToEarlier(List.of("a", "b", "a", "c"), () -> {}))
                .containsExactly("a");
    }

    @Test
    void nothingRemainsOfATrialOfNamesThatIsCancelled() {
        LayersDirectory directory = new LayersDirectory(layers, null);
        RestoreCancelledException cancelled = new RestoreCancelledException(layers);
        AtomicInteger tried = new AtomicInteger();
        assertThatThrownBy(() -> directory.namesEqualToEarlier(List.of("a", "b", "c"), () -> {
                    if (tried.incrementAndGet() == 3) {
                        throw cancelled;
                    }
                }))
                .isSameAs(cancelled);
        assertThat(layers).isEmptyDirectory();
    }
}
