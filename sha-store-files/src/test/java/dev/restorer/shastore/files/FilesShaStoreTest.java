package dev.restorer.shastore.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreConfiguration;
import dev.restorer.spi.ShaStoreException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesShaStoreTest {

    @TempDir
    Path layers;

    private ShaStore open(String rest) {
        return new FilesShaStoreProvider().open(new ShaStoreConfiguration("files", rest, layers));
    }

    @Test
    void aDiffIdStandsBareBesideItsLayer() {
        open("").put("a/b", "x", "sha256:1");
        assertThat(layers.resolve("a_b/x.sha")).hasContent("sha256:1");
    }

    @Test
    void anotherStoreOfTheSameDirectoryReadsIt() {
        open("").putAll("bp", Map.of("x", "1", "y", "", "z z", "3"));
        assertThat(open("").getAll("bp", List.of("x", "y", "z z", "absent")))
                .isEqualTo(Map.of("x", "1", "y", "", "z z", "3"));
    }

    @Test
    void whiteSpaceAroundADiffIdDoesNotCount() throws IOException {
        Files.writeString(Files.createDirectories(layers.resolve("bp")).resolve("x.sha"), "sha256:1\n");
        assertThat(open("").get("bp", "x")).contains("sha256:1");
    }

    @Test
    void lookingForWhatIsAbsentMakesNothing() {
        assertThat(open("").get("bp", "x")).isEmpty();
        assertThat(layers).isEmptyDirectory();
    }

    @Test
    void aLayersDirectoryInAnotherFileSystemIsRefused() throws IOException {
        URI zip = URI.create("jar:" + layers.resolve("a.zip").toUri());
        try (FileSystem other = FileSystems.newFileSystem(zip, Map.of("create", "true"));
                ShaStore store = new FilesShaStoreProvider()
                        .open(new ShaStoreConfiguration("files", "", other.getPath("/layers")))) {
            List<ThrowingCallable> calls = List.of(() -> store.put("bp", "x", "1"), () -> store.get("bp", "x"));
            assertThat(calls)
                    .allSatisfy(call -> assertThatThrownBy(call)
                            .isInstanceOf(ShaStoreException.class)
                            .hasMessageContaining(
                                    "\"/layers/bp\" cannot be used: it is not in the default file system"));
        }
    }

    @Test
    void anotherDirectoryMayBeGiven() {
        Path other = layers.resolve("some/where");
        open(other.toString()).put("bp", "x", "1");
        assertThat(other.resolve("bp/x.sha")).hasContent("1");
        assertThat(open("//" + other).get("bp", "x")).contains("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"relative", "./x", "//host/share", "/nul\0"})
    void whatIsNoAbsolutePathIsAnError(String rest) {
        assertThatThrownBy(() -> open(rest))
                .isInstanceOf(ShaStoreException.class)
                .hasMessageContaining("files:/a/directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../../evil", "a/b", "a\0", "a\nb"})
    void aNameThatWouldLeaveItsDirectoryIsAnErrorThatNamesIt(String layer) {
        ShaStore store = open("");
        assertThatThrownBy(() -> store.put("bp", layer, "1")).isInstanceOf(ShaStoreException.class);
        assertThatThrownBy(() -> store.get("bp", layer)).isInstanceOf(ShaStoreException.class);
        assertThat(layers).isEmptyDirectory();
    }

    @Test
    void aDirectoryThatIsALinkIsNotEntered() throws IOException {
        Path elsewhere = Files.createDirectories(layers.resolve("elsewhere"));
        Files.createSymbolicLink(layers.resolve("bp"), elsewhere);
        assertThatThrownBy(() -> open("").put("bp", "x", "1"))
                .isInstanceOf(ShaStoreException.class)
                .hasMessageContaining(layers.resolve("bp").toString())
                .hasMessageContaining("symbolic link");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aFileThatIsALinkIsReplacedAndNeverRead() throws IOException {
        Path target = Files.writeString(layers.resolve("target"), "secret");
        Files.createSymbolicLink(Files.createDirectories(layers.resolve("bp")).resolve("x.sha"), target);
        assertThatThrownBy(() -> open("").get("bp", "x"))
                .isInstanceOf(ShaStoreException.class)
                .hasMessageContaining("not a regular file");
        open("").put("bp", "x", "1");
        assertThat(target).hasContent("secret");
        assertThat(layers.resolve("bp/x.sha")).hasContent("1");
    }

    @Test
    void namesMayBeAsLongAsFileNamesAllow() {
        open("").put("b".repeat(255), "x".repeat(251), "1");
        assertThat(open("").get("b".repeat(255), "x".repeat(251))).contains("1");
    }

    @Test
    void manyThreadsLoseNothing() {
        ShaStore store = open("");
        IntStream.range(0, 1_000).parallel().forEach(i -> store.put("bp" + i % 7, "x" + i, "sha" + i));
        assertThat(IntStream.range(0, 1_000))
                .allSatisfy(i -> assertThat(store.get("bp" + i % 7, "x" + i)).contains("sha" + i));
    }

    @Test
    void afterCloseEveryUseIsAnErrorButClose() {
        ShaStore store = open("");
        store.close();
        store.close();
        assertThatThrownBy(() -> store.put("bp", "x", "1")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.get("bp", "x")).isInstanceOf(IllegalStateException.class);
    }
}
