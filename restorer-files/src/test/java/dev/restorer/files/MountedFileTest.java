package dev.restorer.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.restorer.fixtures.Disks;
import dev.restorer.fixtures.OwnJvm;
import dev.restorer.fixtures.Programs;
import dev.restorer.fixtures.Start;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Another file is mounted in a file's place. */
@OwnJvm(Start.MAY_MOUNT)
class MountedFileTest {

    private static final int MAX_SECONDS = 30;

    @TempDir
    Path directory;

    private Path target;
    private Path place;

    @BeforeEach
    void mount() throws IOException {
        target = Files.writeString(directory.resolve("target"), "old, and long");
        FileMode.set(target, 0640);
        place = Files.createFile(Files.createDirectory(directory.resolve("bp")).resolve("x.toml"));
        Disks.bind(target, place);
    }

    @AfterEach
    void unmount() {
        Disks.unmount(place);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }

    private void assertWritten(ConfinedDirectory confined) throws IOException {
        assertThat(target).hasContent("new");
        assertThat(FileMode.of(target)).isEqualTo(0640);
        assertThat(confined.names()).containsExactly("x.toml");
    }

    @ParameterizedTest
    @EnumSource
    void itIsWrittenInPlaceAndNothingElseIsLeft(ConfinedDirectoryTest.Way way) throws IOException {
        try (ConfinedDirectory confined = way.make(directory)) {
            confined.replace("x.toml", bytes("new"));
            assertWritten(confined);
        }
    }

    @Test
    void itIsWrittenInPlaceWhereTheModeIsKept() throws IOException {
        try (ConfinedDirectory confined = new TrustedDirectory(directory).make("bp")) {
            confined.replaceKeepingMode("x.toml", bytes("new"));
            assertWritten(confined);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileIsMovedIntoIt(ConfinedDirectoryTest.Way way) throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "new");
        try (ConfinedDirectory confined = way.make(directory)) {
            confined.moveIn(file, "x.toml");
            assertWritten(confined);
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void itIsWrittenByItsPathAfterAMoveFailedForThatReasonAlone() throws IOException {
        Path complete = Files.writeString(place.resolveSibling("complete"), "new");
        FileSystemException other = new NoSuchFileException(place.toString());
        assertThatThrownBy(() -> MountedFile.overwriteAfter(other, complete, place))
                .isSameAs(other);
        assertThat(target).hasContent("old, and long");
        FileSystemException busy = catchThrowableOfType(
                FileSystemException.class, () -> Files.move(complete, place, StandardCopyOption.ATOMIC_MOVE));
        MountedFile.overwriteAfter(busy, complete, place);
        assertThat(target).hasContent("new");
        assertThat(complete).hasContent("new");
    }

    /** The messages of the system are in the language of the process. */
    @Test
    void itIsWrittenWhateverTheSystemSaysOfTheFailedMove() throws IOException {
        Path complete = Files.writeString(place.resolveSibling("complete"), "new");
        MountedFile.overwriteAfter(failure("Das Ger\u00e4t oder die Ressource ist belegt"), complete, place);
        assertThat(target).hasContent("new");
    }

    @Test
    void aFileThatIsNotMountedIsNotWrittenAfterAMoveFailed() throws IOException {
        Path complete = Files.writeString(place.resolveSibling("complete"), "new");
        Path other = Files.writeString(place.resolveSibling("other"), "old");
        FileSystemException failure = failure("Eingabe-/Ausgabefehler");
        assertThatThrownBy(() -> MountedFile.overwriteAfter(failure, complete, other))
                .isSameAs(failure);
        assertThat(other).hasContent("old");
    }

    private FileSystemException failure(String reason) {
        return new FileSystemException(place.toString(), null, reason);
    }

    @Test
    void oneThatMayOnlyBeReadStaysAndNothingElseIsLeft() throws IOException {
        Disks.makeReadOnly(place);
        try (ConfinedDirectory confined = new TrustedDirectory(directory).make("bp")) {
            assertThatThrownBy(() -> confined.replace("x.toml", bytes("new")))
                    .hasMessageContaining("Read-only file system");
            assertThat(confined.names()).containsExactly("x.toml");
        }
        assertThat(target).hasContent("old, and long");
    }

    @Test
    @Timeout(MAX_SECONDS)
    void aMountedPipeIsNotOpened() throws IOException {
        Path pipe = directory.resolve("pipe");
        assertThat(Programs.run(MAX_SECONDS, List.of("mkfifo", pipe.toString())).works())
                .isTrue();
        Disks.unmount(place);
        Disks.bind(pipe, place);
        try (ConfinedDirectory confined = new TrustedDirectory(directory).make("bp")) {
            assertThatThrownBy(() -> confined.replace("x.toml", bytes("new"))).hasMessageContaining("busy");
            assertThat(confined.names()).containsExactly("x.toml");
        }
    }

    @Test
    void aPlaceWhoseDirectoryCannotBeOpenedDoesNotHideWhyTheFileWasNotMoved() {
        FileSystemException failure = new FileSystemException("x", null, "Is a directory");
        assertThatThrownBy(() -> MountedFile.overwriteAfter(failure, directory.resolve("new"), target.resolve("x")))
                .isSameAs(failure);
    }
}
