package dev.restorer.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.FileTree;
import dev.restorer.fixtures.Start;
import dev.restorer.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A layers directory is not what it should be. */
@Tag("long")
class LayersDirectoryIT {

    @TempDir
    Path directory;

    private SmallBuild build;
    private Path layers;

    @BeforeEach
    void make() {
        build = SmallBuild.in(directory);
        layers = directory.resolve("layers");
    }

    @Test
    void itIsAFile() throws IOException {
        Files.writeString(layers, "a file");
        build.assertFailsInOneLine(build.restore(layers).run(), layers + " is not a directory");
        assertThat(layers).hasContent("a file");
        Files.delete(layers);
        build.assertTheNextCompletes(layers);
    }

    @Test
    void itLiesBelowAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "a file");
        build.assertFailsInOneLine(build.restore(file.resolve("layers")).run(), file.toString());
        assertThat(file).hasContent("a file");
    }

    @Test
    void theDirectoryOfABuildpackIsAFile() throws IOException {
        Path buildpack = Files.writeString(Files.createDirectory(layers).resolve("bp"), "a file");
        build.assertFailsInOneLine(build.restore(layers).run(), buildpack + " is not a directory");
        assertThat(FileTree.read(layers)).containsOnlyKeys("bp");
        Files.delete(buildpack);
        build.assertTheNextCompletes(layers);
    }

    /** As one is that belongs to somebody else. */
    @ParameterizedTest
    @ValueSource(strings = {".", "layers/bp"})
    void thereIsNoRightToWriteToIt(String path) throws IOException {
        Path above = Files.createDirectory(directory.resolve("above"));
        layers = above.resolve("layers");
        Map<String, String> old = path.equals(".") ? Map.of() : build.putOld(layers);
        Path locked = above.resolve(path);
        Set<PosixFilePermission> before = Files.getPosixFilePermissions(locked);
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        Finished run = build.restore(layers).runBy(Start.KEPT_OUT_BY_MODES.command());
        Files.setPosixFilePermissions(locked, before);
        build.assertFailsInOneLine(run, layers.toString(), "permission is denied");
        build.assertEachIsOldOrNew(layers, old);
        build.assertTheNextCompletes(layers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.toml", "z.toml"})
    void aLayersFileIsADirectory(String file) throws IOException {
        Map<String, String> old = build.putOld(layers);
        Path standing = layers.resolve("bp").resolve(file);
        Files.delete(standing);
        Files.createDirectories(standing.resolve("deeper"));
        build.assertFailsInOneLine(build.restore(layers).run(), standing + " is a directory");
        Map<String, String> left = FileTree.read(layers);
        left.keySet().removeIf(path -> path.startsWith("bp/" + file));
        old.remove("bp/" + file);
        assertThat(left).isEqualTo(old);
        Files.delete(standing.resolve("deeper"));
        Files.delete(standing);
        build.assertTheNextCompletes(layers);
    }

    /** As after a clock that was set back. */
    @Test
    void allInItAndInTheCacheIsFromTheFuture() throws IOException {
        build.putOld(layers);
        FileTime future = FileTime.from(Instant.now().plus(Duration.ofDays(3650)));
        for (Path root : new Path[] {layers, build.cache().path()}) {
            try (Stream<Path> paths = Files.walk(root)) {
                for (Path path : paths.toList()) {
                    Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                            .setTimes(future, future, null);
                }
            }
        }
        build.assertTheNextCompletes(layers);
    }
}
