package dev.restorer.core.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.MetadataReader;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.MetadataReadException;
import dev.restorer.core.engine.FileMetadataReader;
import dev.restorer.fixtures.CapturedLog;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeCacheTest {

    private final MetadataReader reader = new FileMetadataReader();

    @TempDir
    Path directory;

    private Path write(String json) throws IOException {
        Path committed = Files.createDirectories(directory.resolve("committed"));
        return Files.writeString(committed.resolve("io.buildpacks.lifecycle.cache.metadata"), json);
    }

    @Test
    void metadataIsReadFromTheFileOfTheLifecycle() throws IOException {
        write("{\"buildpacks\":[{\"key\":\"bp\",\"layers\":{\"x\":{\"cache\":true}}}]}");
        LayerCache cache = reader.volumeCache(directory);
        assertThat(cache.exists()).isTrue();
        assertThat(reader.readCacheMetadata(cache).buildpack("bp").layers()).containsKey("x");
    }

    @Test
    void aDirectoryThatIsMissingIsNoCache() {
        LayerCache cache = reader.volumeCache(directory.resolve("not-there"));
        assertThat(cache.exists()).isFalse();
        assertThat(reader.readCacheMetadata(cache)).isEqualTo(CacheMetadata.empty());
    }

    @Test
    void aCacheWithoutMetadataIsEmpty() {
        LayerCache cache = reader.volumeCache(directory);
        assertThat(cache.exists()).isTrue();
        assertThat(cache.metadata()).isEqualTo(CacheMetadata.empty());
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullIsNoDiffIdWhoseContentsAreMissing() {
        LayerCache cache = reader.volumeCache(directory);
        assertThatThrownBy(() -> cache.contents(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> cache.size(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void invalidMetadataIsIgnored() throws IOException {
        Path file = write("{\"buildpacks\": [");
        assertThat(reader.volumeCache(directory).metadata()).isEqualTo(CacheMetadata.empty());
        assertThat(reader.readCacheMetadata(file)).isEqualTo(CacheMetadata.empty());
    }

    @Test
    void textAfterTheFirstValueIsIgnored() throws IOException {
        for (String behind : List.of("{\"buildpacks\":[]}", " x", "]", "\u0000\u0000", "{")) {
            write("{\"buildpacks\":[{\"key\":\"bp\",\"layers\":{\"x\":{\"cache\":true}}}]}" + behind);
            assertThat(reader.volumeCache(directory).metadata().buildpack("bp").layers())
                    .containsKey("x");
        }
    }

    @Test
    void truncatedMetadataOrAWrongTypeIsOneWarningAndNoCache() throws IOException {
        for (String damaged : List.of("", "{\"buildpacks\":[{\"key\":\"bp\"", "[]", "{\"buildpacks\":{}}", "\u0000")) {
            Path file = write(damaged);
            try (CapturedLog log = new CapturedLog()) {
                assertThat(reader.volumeCache(directory).metadata()).isEqualTo(CacheMetadata.empty());
                assertThat(log.lines())
                        .singleElement()
                        .asString()
                        .startsWith("WARN Ignoring the cache, since its metadata is not valid: " + file);
            }
        }
    }

    @Test
    void metadataLargerThanTheLimitIsOneWarningAndNoCache() throws IOException {
        Path file = write("{");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        try (CapturedLog log = new CapturedLog()) {
            assertThat(reader.volumeCache(directory).metadata()).isEqualTo(CacheMetadata.empty());
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("it is larger than the limit of 268435456 bytes");
        }
    }

    @Test
    void metadataThatIsAPipeIsOneWarningAndIsNotOpened() throws Exception {
        Path committed = Files.createDirectories(directory.resolve("committed"));
        String pipe =
                committed.resolve("io.buildpacks.lifecycle.cache.metadata").toString();
        assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
        try (CapturedLog log = new CapturedLog()) {
            assertThat(reader.volumeCache(directory).metadata()).isEqualTo(CacheMetadata.empty());
            assertThat(log.lines()).singleElement().asString().contains(pipe + " is not a regular file");
        }
    }

    /** The path of the cache, where a file has the name {@code file} or {@code cache/committed}. */
    @ParameterizedTest
    @ValueSource(strings = {"file", "file/below", "cache"})
    void aFileInPlaceOfADirectoryIsAnErrorAndNoMissingCache(String path) throws IOException {
        Files.createFile(directory.resolve("file"));
        Files.createFile(Files.createDirectory(directory.resolve("cache")).resolve("committed"));
        LayerCache cache = reader.volumeCache(directory.resolve(path));
        assertThatThrownBy(cache::metadata)
                .isExactlyInstanceOf(MetadataReadException.class)
                .hasMessageContaining(path.equals("file") ? "file cannot be read: it is not a" : "Not a directory");
        assertThatThrownBy(() -> cache.contents("sha256:" + "a".repeat(64)))
                .isExactlyInstanceOf(FileSystemException.class)
                .hasMessageContaining("Not a directory");
    }

    @Test
    void unreadableMetadataIsAnErrorWithTheReason() throws IOException {
        Path file = write("{}");
        Files.delete(file);
        Files.createSymbolicLink(file, file);
        assertThatThrownBy(() -> reader.volumeCache(directory).metadata())
                .isExactlyInstanceOf(MetadataReadException.class)
                .hasMessageContaining(file + " cannot be read: ")
                .hasMessageContaining("symbolic links");
    }

    @Test
    void noCacheIsEmpty() {
        assertThat(reader.readCacheMetadata((LayerCache) null)).isEqualTo(CacheMetadata.empty());
    }

    @Test
    void aMissingFileOfCacheMetadataIsAnError() {
        assertThatThrownBy(() -> reader.readCacheMetadata(directory.resolve("cache.json")))
                .isInstanceOf(MetadataReadException.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void readingDoesNotChangeTheCache() throws IOException {
        Path file = write("{}");
        var before = Files.getLastModifiedTime(file);
        reader.readCacheMetadata(reader.volumeCache(directory));
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
        assertThat(file).hasContent("{}");
    }

    @Test
    void theSizeOfALayerIsThatOfItsFile() throws IOException {
        String diffId = "sha256:" + "a".repeat(64);
        write("{}");
        Files.write(directory.resolve("committed").resolve(diffId + ".tar"), new byte[7]);
        LayerCache cache = reader.volumeCache(directory);
        assertThat(cache.size(diffId)).hasValue(7);
        assertThat(cache.size("sha256:" + "b".repeat(64))).isEmpty();
    }

    /** The first page of the memory of a process cannot be read. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "Only Linux has a regular file whose reads fail")
    void aReadErrorNamesTheFile() throws IOException {
        String diffId = "sha256:" + "a".repeat(64);
        write("{}");
        Path tar = directory.resolve("committed").resolve(diffId + ".tar");
        Files.createSymbolicLink(tar, Path.of("/proc/self/mem"));
        try (LayerContents contents =
                reader.volumeCache(directory).contents(diffId).orElseThrow()) {
            Files.delete(tar); // JUnit warns of a link that leads out of its directory
            for (ThrowingCallable read : List.<ThrowingCallable>of(
                    () -> contents.stream().read(), () -> contents.stream().readAllBytes())) {
                assertThatThrownBy(read)
                        .isExactlyInstanceOf(FileSystemException.class)
                        .hasMessage(tar + ": Input/output error")
                        .hasCauseExactlyInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void aReadAfterCloseIsNoErrorOfTheFile() throws IOException {
        String diffId = "sha256:" + "a".repeat(64);
        write("{}");
        Files.write(directory.resolve("committed").resolve(diffId + ".tar"), new byte[7]);
        LayerContents contents = reader.volumeCache(directory).contents(diffId).orElseThrow();
        contents.close();
        assertThatThrownBy(() -> contents.stream().read()).isExactlyInstanceOf(ClosedChannelException.class);
    }
}
