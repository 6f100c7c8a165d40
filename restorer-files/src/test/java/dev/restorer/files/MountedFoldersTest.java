package dev.restorer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.fixtures.Disks;
import dev.restorer.fixtures.OwnJvm;
import dev.restorer.fixtures.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is mounted in a place or in it cannot be moved away, or cannot be removed. */
@OwnJvm(Start.MAY_MOUNT)
class MountedFoldersTest {

    @TempDir
    Path directory;

    private final Deque<Path> mounted = new ArrayDeque<>();
    private ConfinedFolder above;
    private WholeFolders folders;
    private Path place;

    @BeforeEach
    void open() throws IOException {
        open(directory);
    }

    private void open(Path layers) throws IOException {
        above = ConfinedFolder.make(layers, "bp");
        folders = new WholeFolders(above);
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

    /** Mounts a folder of the same disk at the place. */
    private Path volume() throws IOException {
        Path volume = Files.createDirectory(directory.resolve("volume"));
        Disks.bind(volume, Files.createDirectories(place));
        mounted.push(place);
        return volume;
    }

    private static HiddenFolder filled(ConfinedFolder in) throws IOException {
        HiddenFolder hidden = new WholeFolders(in).makeHidden();
        Path folder = Files.createDirectory(hidden.path().resolve("bin"));
        Files.writeString(folder.resolve("new"), "new");
        Files.writeString(hidden.path().resolve("new"), "new");
        FileMode.set(hidden.path(), 0750);
        return hidden;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
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
        HiddenFolder beside = filled(above);
        assertThatThrownBy(() -> folders.place(beside, "x")).isInstanceOf(UnmovableException.class);
        assertThat(names(above.path())).containsExactly("x");
        assertThat(names(place)).containsExactly("bin", "old");
        try (StandingFolder standing = folders.standing("x")) {
            standing.replaceBy(filled(standing.folder()));
        }
        assertReplaced();
    }

    @Test
    void aDiskIsToldBeforehandAndItsContentsAreReplaced() throws IOException {
        disk(place);
        assertThat(above.isOnOtherDisk("x")).isTrue();
        assertUnmovableAndThenReplacedInside();
    }

    @Test
    void aMountOfTheSameDiskIsToldByTheMoveAndItsContentsAreReplaced() throws IOException {
        volume();
        assertThat(above.isOnOtherDisk("x")).isFalse();
        assertUnmovableAndThenReplacedInside();
    }

    @Test
    void nothingElseIsOnAnotherDisk() throws IOException {
        Path elsewhere = disk(directory.resolve("elsewhere"));
        Files.createDirectory(place);
        Files.createSymbolicLink(above.path().resolve("link"), elsewhere);
        for (String name : new String[] {"x", "link", "nothing"}) {
            assertThat(above.isOnOtherDisk(name)).as(name).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void contentsOfTheLowerFolderOfAnOverlayAreReplaced(boolean attributes) throws IOException {
        Path lower = Files.createDirectories(directory.resolve("lower/bp/x/bin"));
        Files.createFile(lower.resolve("old"));
        Files.createFile(lower.resolveSibling("old"));
        overlay(attributes);
        assertThat(folders.place(filled(above), "x")).isEmpty();
        assertReplaced();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOverlayTakesNewFolders(boolean attributes) throws IOException {
        Files.createDirectories(directory.resolve("lower/bp"));
        overlay(attributes);
        assertThat(folders.place(filled(above), "x")).isEmpty();
        assertReplaced();
        HiddenFolder hidden = filled(above);
        folders.appear(hidden, "y");
        assertThat(names(above.path())).containsExactly("x", "y");
        assertThat(FileMode.of(above.path().resolve("y"))).isEqualTo(hidden.folderMode());
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
    void aFolderIsReplacedThoughADiskInItCannotBeRemoved() throws IOException {
        Disks.mount(Files.createDirectories(place.resolve("deep/disk")), "64k");
        Leftover left = folders.place(filled(above), "x").orElseThrow();
        mounted.push(left.path().resolve("deep/disk"));
        assertThat(left.place()).isEqualTo(above.path());
        assertThat(left.entry()).isEqualTo(left.path() + "/deep/disk");
        assertThat(left.words()).isEqualTo("Device or resource busy");
        assertThat(names(place)).containsExactly("bin", "new");
        assertThat(folders.removeHidden().map(Leftover::path)).contains(left.path());
    }

    @Test
    void aMountedFileIsNotReplacedAndNothingIsLeftOfTheContents() throws IOException {
        Disks.bind(Files.createFile(directory.resolve("file")), Files.createFile(place));
        mounted.push(place);
        assertThatThrownBy(() -> folders.place(filled(above), "x"))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(UnmovableException.class)
                .hasMessageContaining("busy");
        assertThat(names(above.path())).containsExactly("x");
        assertThat(folders.remove("x"))
                .hasValueSatisfying(left -> assertThat(left.entry()).isEqualTo(place.toString()));
    }

    @Test
    void whereADiskInAMountCannotBeRemovedTheContentsAreNotReplaced() throws IOException {
        volume();
        disk(place.resolve("disk"));
        Files.createFile(place.resolve("old"));
        try (StandingFolder standing = folders.standing("x")) {
            HiddenFolder contents = filled(standing.folder());
            assertThatThrownBy(() -> standing.replaceBy(contents)).hasMessageContaining("busy");
        }
        assertThat(names(place)).containsExactly("disk");
    }

    @Test
    void aMountIsEmptiedWhereItIsToBeRemoved() throws IOException {
        volume();
        Files.createDirectories(place.resolve("a/b"));
        Files.createFile(place.resolve(".restorer-1"));
        assertThat(folders.remove("x")).isEmpty();
        assertThat(names(place)).isEmpty();
    }

    @Test
    void ofWhatCannotBeRemovedAllElseIs() throws IOException {
        volume();
        disk(place.resolve("a/disk"));
        Files.createDirectories(place.resolve("a/b"));
        Files.createFile(place.resolve("z"));
        Leftover left = folders.remove("x").orElseThrow();
        assertThat(left.path()).isEqualTo(place);
        assertThat(left.place()).isEqualTo(place);
        assertThat(left.entry()).isEqualTo(place + "/a/disk");
        assertThat(names(place)).containsExactly("a");
        assertThat(names(place.resolve("a"))).containsExactly("disk");
    }

    @Test
    void whatMayOnlyBeReadStays() throws IOException {
        Files.createFile(volume().resolve("old"));
        Disks.makeReadOnly(place);
        HiddenFolder beside = filled(above);
        assertThatThrownBy(() -> folders.place(beside, "x")).isInstanceOf(UnmovableException.class);
        try (StandingFolder standing = folders.standing("x")) {
            assertThatThrownBy(() -> filled(standing.folder())).hasMessageContaining("Read-only");
        }
        assertThat(folders.remove("x")).isPresent();
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
