package dev.restorer.contents;

import static dev.restorer.contents.OwnedLayers.ownerOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.api.Owner;
import dev.restorer.fixtures.OwnJvm;
import dev.restorer.fixtures.Start;
import dev.restorer.spi.ShaStoreException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of another user than root. */
@Tag("long")
@OwnJvm(Start.ANOTHER_THAN_ROOT)
class PowerlessOwnerTest {

    @TempDir
    Path directory;

    private CacheDirectory cache;
    private Path layers;

    @BeforeEach
    void makeCache() {
        cache = new CacheDirectory(directory)
                .layer("x", layer -> layer.file("file", 0644, "content"))
                .write("0.10");
        layers = directory.resolve("layers");
    }

    @Test
    void theUserOfTheProcessIsAnOwner() throws IOException {
        Owner own = ownerOf(directory);
        assertThat(new OwnedLayers(cache, layers, own).restore("files:").contents())
                .hasSize(1);
        assertThat(ownerOf(layers.resolve("bp/x/file"))).isEqualTo(own);
    }

    @Test
    void anotherOwnerIsAnErrorBeforeAnythingIsWritten() throws IOException {
        Owner own = ownerOf(directory);
        for (Owner other : new Owner[] {new Owner(own.uid() + 1, own.gid()), new Owner(own.uid(), own.gid() + 1)}) {
            OwnedLayers owned = new OwnedLayers(cache, layers, other);
            assertThatThrownBy(() -> owned.restore("memory:"))
                    .isInstanceOf(LayersDirectoryException.class)
                    .hasMessage(layers + " cannot be written: only root can give files to " + other
                            + ", and this process runs as " + own
                            + ". Run the restore as root, or as the user and group that are to own it.");
            assertThatThrownBy(() -> owned.restore("files:")).isInstanceOf(ShaStoreException.class);
        }
        assertThat(layers).doesNotExist();
    }
}
