package dev.restorer.files.lock;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.files.FileOwner;
import dev.restorer.fixtures.Disks;
import dev.restorer.fixtures.OwnJvm;
import dev.restorer.fixtures.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory that is mounted so that it may only be read, though it is on a disk that may be written to. */
@OwnJvm(Start.MAY_MOUNT)
class ReadOnlyDirectoryLockTest {

    @TempDir
    Path directory;

    @BeforeEach
    void mount() {
        Disks.bind(directory, directory);
    }

    @AfterEach
    void unmount() {
        Disks.unmount(directory);
    }

    private void assertNotLocked() {
        Disks.makeReadOnly(directory);
        assertThatThrownBy(() -> DirectoryLock.acquire(directory, FileOwner.process(), Duration.ZERO, () -> {}))
                .isInstanceOf(NoLockException.class)
                .hasMessage("Read-only file system");
    }

    @Test
    void itIsNotLockedWithAndWithoutTheFileOfAKilledProcess() throws IOException {
        assertNotLocked();
        Disks.makeWritable(directory);
        Files.writeString(directory.resolve(DirectoryLock.NAME), "1");
        assertNotLocked();
    }
}
