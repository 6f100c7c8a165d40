package dev.restorer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.fixtures.Disks;
import dev.restorer.fixtures.OwnJvm;
import dev.restorer.fixtures.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is mounted in a place or in it cannot be moved away, or cannot be removed. */
@OwnJvm(Start.MAY_MOUNT)
@Tag("long")
class MountedDirectoriesTest {

    @TempDir
    Path directory;

    private final Deque<Path> mounted = new ArrayDeque<>();
    private ConfinedDirectory above;
    private AtomicDirectories directories;
    private Path place;

    @BeforeEach
    void open() throws IOException {
        open(directory);
    }

    private void open(Path layers) throws IOException {
        above = new TrustedDirectory(layers).make("bp");
        directories = new AtomicDirectories(above);
        place = above.path().resolve("x");
    }

    @AfterEach
    void unmount() throws IOException {
        above.close();
        mounted.forEach(Disks::unmount);
    }

    private Path disk(Path at) throws IOException {
        Disks.mount(Files.createDirectories(at), "64k");
        mounted.push(at);
        return at;
    }

    /** Mounts a directory of the same disk at the place. */
    private Path volume() throws IOException {
        return volume(place);
    }

    private Path volume(Path at) throws IOException {
        Path volume = Files.createDirectory(directory.resolve("volume"));
        Disks.bind(volume, Files.createDirectories(at));
        mounted.push(at);
        return volume;
    }

    private static HiddenDirectory filled(ConfinedDirectory in) throws IOException {
        HiddenDirectory hidden = new AtomicDirectories(in).makeHidden();
        Path bin = Files.createDirectory(hidden.path().resolve("bin"));
        Files.writeString(bin.resolve("new"), "new");
        Files.writeString(hidden.path().resolve("new"), "new");
        FileMode.set(hidden.path(), 0750);
        return hidden;
    }

    private static List<String> names(Path confined) throws IOException {
        try (Stream<Path> files = Files.list(confined)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void assertReplaced() throws IOException {
        assertThat(names(place)).containsExactly("bin", "new");
        assertThat(names(place.resolve("bin"))).containsExactly("new");
        assertThat(FileMode.of(place)).isEqualTo(0750);
        assertThat(names(above.path())).containsExactly("x");
    }

    private void assertUnmovableAndThenReplacedInside() throws IOException {
        Files.createFile(Files.createDirectories(place.resolve("bin")).resolve("old"));
        Files.createFile(place.resolve("old"));
        HiddenDirectory beside = filled(above);
        assertThatThrownBy(() -> directories.place(beside, "x")).isInstanceOf(UnmovableException.class);
        assertThat(names(above.path())).containsExactly("x");
        assertThat(names(place)).containsExactly("bin", "old");
        try (UnmovableDirectory unmovable = directories.openUnmovable("x")) {
            unmovable.replaceBy(filled(unmovable.directory()));
        }
        assertReplaced();
    }

    @Test
    void aDiskIsToldBeforehandAndItsContentsAreReplaced() throws IOException {
        disk(place);
        assertThat(above.isOnOtherDevice("x")).isTrue();
        assertUnmovableAndThenReplacedInside();
    }

    @Test
    void aMountOfTheSameDiskIsToldByTheMoveAndItsContentsAreReplaced() throws IOException {
        volume();
        assertThat(above.isOnOtherDevice("x")).isFalse();
        assertUnmovableAndThenReplacedInside();
    }

    @Test
    void nothingElseIsOnAnotherDisk() throws IOException {
        Path elsewhere = disk(directory.resolve("elsewhere"));
        Files.createDirectory(place);
        Files.createSymbolicLink(above.path().resolve("link"), elsewhere);
        for (String name : new String[] {"x", "link", "nothing"}) {
            assertThat(above.isOnOtherDevice(name)).as(name).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void contentsOfTheLowerDirectoryOfAnOverlayAreReplaced(boolean attributes) throws IOException {
        Path lower = Files.createDirectories(directory.resolve("lower/bp/x/bin"));
        Files.createFile(lower.resolve("old"));
        Files.createFile(lower.resolveSibling("old"));
        overlay(attributes);
        assertThat(directories.place(filled(above), "x")).isEmpty();
        assertReplaced();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOverlayTakesNewDirectories(boolean attributes) throws IOException {
        Files.createDirectories(directory.resolve("lower/bp"));
        overlay(attributes);
        assertThat(directories.place(filled(above), "x")).isEmpty();
        assertReplaced();
        HiddenDirectory hidden = filled(above);
        directories.placeNew(hidden, "y");
        assertThat(names(above.path())).containsExactly("x", "y");
        assertThat(FileMode.of(above.path().resolve("y"))).isEqualTo(hidden.directoryMode());
    }

    private void overlay(boolean attributes) throws IOException {
        above.close();
        Path upper = Files.createDirectory(directory.resolve("upper"));
        Path merged = Files.createDirectory(directory.resolve("merged"));
        Disks.overlay(directory.resolve("lower"), upper, merged, attributes);
        mounted.addAll(List.of(merged, upper));
        open(merged);
    }

    @Test
    void aMountInADirectoryGetsWhatWouldBeMovedThere() throws IOException {
        Path volume = volume(place.resolve("bin/deep"));
        Files.createFile(Files.createDirectory(volume.resolve("more")).resolve("old"));
        Files.createFile(place.resolve("bin/old"));
        HiddenDirectory contents = filled(above);
        Path deep = Files.createDirectory(contents.path().resolve("bin/deep"));
        FileMode.set(Files.writeString(deep.resolve("tool"), "tool"), 06751);
        Files.setLastModifiedTime(deep.resolve("tool"), FileTime.fromMillis(1));
        Files.createSymbolicLink(deep.resolve("link"), Path.of("../new"));
        FileMode.set(Files.createDirectories(deep.resolve("more")), 0500);
        FileMode.set(deep, 0555);
        assertThat(directories.place(contents, "x")).isEmpty();
        assertThat(names(above.path())).containsExactly("x");
        assertThat(names(place.resolve("bin"))).containsExactly("deep", "new");
        assertThat(names(volume)).containsExactly("link", "more", "tool");
        assertThat(volume.resolve("tool")).hasContent("tool");
        assertThat(FileMode.of(volume.resolve("tool"))).isEqualTo(06751);
        assertThat(Files.getLastModifiedTime(volume.resolve("tool"))).isEqualTo(FileTime.fromMillis(1));
        assertThat(Files.readSymbolicLink(volume.resolve("link"))).hasToString("../new");
        assertThat(names(volume.resolve("more"))).isEmpty();
        assertThat(FileMode.of(volume.resolve("more"))).isEqualTo(0500);
        assertThat(FileMode.of(place.resolve("bin/deep"))).isEqualTo(0555);
    }

    @Test
    void aMountThatTheContentsDoNotHaveIsEmptiedAndTheyAreNotPlaced() throws IOException {
        Path volume = volume(place.resolve("deep/volume"));
        Files.createFile(volume.resolve("old"));
        Files.createFile(place.resolve("old"));
        assertThatThrownBy(() -> directories.place(filled(above), "x"))
                .isNotInstanceOf(UnmovableException.class)
                .hasMessage(place + "/deep/volume: Device or resource busy");
        assertThat(names(above.path())).containsExactly("x");
        assertThat(names(place)).containsExactly("deep");
        assertThat(names(volume)).isEmpty();
    }

    @Test
    void aDirectoryThatIsRemovedKeepsTheMountInIt() throws IOException {
        Path mount = place.resolve("deep/volume");
        Files.createFile(volume(mount).resolve("old"));
        Files.createFile(place.resolve("old"));
        Leftover left = directories.remove("x").orElseThrow();
        assertThat(left.path()).isEqualTo(place);
        assertThat(left.entry()).isEqualTo(mount.toString());
        assertThat(names(above.path())).containsExactly("x");
        assertThat(names(place)).containsExactly("deep");
        assertThat(names(mount)).isEmpty();
    }

    @Test
    void aMountedFileInADirectoryKeepsItsPlace() throws IOException {
        Path target = Files.writeString(directory.resolve("file"), "old");
        Path file =
                Files.createFile(Files.createDirectories(place.resolve("bin")).resolve("new"));
        Disks.bind(target, file);
        mounted.push(file);
        assertThatThrownBy(() -> directories.place(filled(above), "x")).hasMessageContaining("busy");
        assertThat(names(above.path())).containsExactly("x");
        assertThat(file).hasContent("old");
    }

    @Test
    void aDirectoryIsReplacedThoughADiskThatWasMountedMeanwhileCannotBeRemoved() throws IOException {
        Path mount = Files.createDirectories(place.resolve("deep/disk"));
        assertThat(above.hasMountPointIn("x")).isFalse();
        Disks.mount(mount, "64k");
        Leftover left = directories.place(filled(above), "x").orElseThrow();
        mounted.push(left.path().resolve("deep/disk"));
        assertThat(left.reportedPath()).isEqualTo(above.path());
        assertThat(left.entry()).isEqualTo(left.path() + "/deep/disk");
        assertThat(left.problem()).isEqualTo("Device or resource busy");
        assertThat(names(place)).containsExactly("bin", "new");
        assertThat(directories.removeHidden().map(Leftover::path)).contains(left.path());
    }

    @Test
    void aMountedFileIsNotReplacedAndNothingIsLeftOfTheContents() throws IOException {
        Disks.bind(Files.createFile(directory.resolve("file")), Files.createFile(place));
        mounted.push(place);
        assertThatThrownBy(() -> directories.place(filled(above), "x"))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(UnmovableException.class)
                .hasMessageContaining("busy");
        assertThat(names(above.path())).containsExactly("x");
        assertThat(directories.remove("x"))
                .hasValueSatisfying(left -> assertThat(left.entry()).isEqualTo(place.toString()));
    }

    @Test
    void whereADiskInAMountCannotBeRemovedTheContentsAreNotReplaced() throws IOException {
        volume();
        disk(place.resolve("disk"));
        Files.createFile(place.resolve("old"));
        try (UnmovableDirectory unmovable = directories.openUnmovable("x")) {
            HiddenDirectory contents = filled(unmovable.directory());
            assertThatThrownBy(() -> unmovable.replaceBy(contents)).hasMessageContaining("busy");
        }
        assertThat(names(place)).containsExactly("disk");
    }

    @Test
    void aMountIsEmptiedWhereItIsToBeRemoved() throws IOException {
        volume();
        Files.createDirectories(place.resolve("a/b"));
        Files.createFile(place.resolve(".restorer-1"));
        assertThat(directories.remove("x")).isEmpty();
        assertThat(names(place)).isEmpty();
    }

    @Test
    void ofWhatCannotBeRemovedAllElseIs() throws IOException {
        volume();
        disk(place.resolve("a/disk"));
        Files.createDirectories(place.resolve("a/b"));
        Files.createFile(place.resolve("z"));
        Leftover left = directories.remove("x").orElseThrow();
        assertThat(left.path()).isEqualTo(place);
        assertThat(left.reportedPath()).isEqualTo(place);
        assertThat(left.entry()).isEqualTo(place + "/a/disk");
        assertThat(names(place)).containsExactly("a");
        assertThat(names(place.resolve("a"))).containsExactly("disk");
    }

    @Test
    void whatMayOnlyBeReadStays() throws IOException {
        Files.createFile(volume().resolve("old"));
        Disks.makeReadOnly(place);
        HiddenDirectory beside = filled(above);
        assertThatThrownBy(() -> directories.place(beside, "x")).isInstanceOf(UnmovableException.class);
        try (UnmovableDirectory unmovable = directories.openUnmovable("x")) {
            assertThatThrownBy(() -> filled(unmovable.directory())).hasMessageContaining("Read-only");
        }
        assertThat(directories.remove("x")).isPresent();
        assertThat(names(place)).containsExactly("old");
    }

    @Test
    void aFileIsMovedInFromAnotherDisk() throws IOException {
        Path file = Files.writeString(disk(directory.resolve("disk")).resolve("file"), "content");
        FileMode.set(file, 0604);
        Files.createFile(place);
        above.moveIn(file, "x");
        assertThat(place).hasContent("content");
        assertThat(FileMode.of(place)).isEqualTo(0604);
        assertThat(names(above.path())).containsExactly("x");
        assertThat(file).doesNotExist();
    }
}
