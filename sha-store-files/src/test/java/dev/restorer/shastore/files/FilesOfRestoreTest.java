package dev.restorer.shastore.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.files.FileOwner;
import dev.restorer.spi.ShaStoreException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesOfRestoreTest {

    @TempDir
    Path layers;

    private FilesShaStore store() {
        return new FilesShaStore(layers, FileOwner.process());
    }

    @Test
    void aBuildpackIsKeptInTheDirectoryThatItsIdNames() {
        assertThat(store().keepsIn(layers.resolve("a_b"), "a/b")).isTrue();
        assertThat(store().keepsIn(layers.resolve("a"), "a/b")).isFalse();
        assertThat(store().keepsIn(layers.resolve("other/a_b"), "a/b")).isFalse();
    }

    @Test
    void theFilesAreThoseThatAPutWrites() {
        store().put("a/b", "x", "sha256:é");
        assertThat(store().files("a/b", Map.of("x", "sha256:é")))
                .hasEntrySatisfying(
                        "x.sha",
                        content -> assertThat(layers.resolve("a_b/x.sha")).hasBinaryContent(content))
                .hasSize(1);
    }

    @Test
    void whatAPutRefusesIsRefused() {
        assertThatThrownBy(() -> store().files("bp", Map.of("..", "1"))).isInstanceOf(ShaStoreException.class);
        assertThatThrownBy(() -> store().files("bp", Map.of("x", "\ud800")))
                .isInstanceOf(ShaStoreException.class)
                .hasMessageContaining(layers.resolve("bp/x.sha").toString());
        assertThatThrownBy(() -> store().keepsIn(layers, "..")).isInstanceOf(ShaStoreException.class);
    }
}
