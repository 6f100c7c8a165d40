package dev.restorer.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.Disks;
import dev.restorer.fixtures.OwnJvm;
import dev.restorer.fixtures.Start;
import dev.restorer.process.Finished;
import dev.restorer.process.InstalledCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of classes is made as soon as there is space for it, and until then the command starts without. */
@OwnJvm(Start.MAY_MOUNT)
@Tag("long")
class ArchiveOnFullDiskIT {

    private static final int BALLAST = 180 << 20;

    @TempDir
    Path directory;

    @TempDir
    Path disk;

    private InstalledCommand command;
    private ScriptedJdk jdk;
    private Path ballast;

    @BeforeEach
    void mount() throws IOException {
        Disks.mount(disk, "240m");
        command = InstalledCommand.in(disk.resolve("command"));
        jdk = ScriptedJdk.in(directory.resolve("jdk"));
        ballast = disk.resolve("ballast");
    }

    @AfterEach
    void unmount() {
        Disks.unmount(disk);
    }

    private Finished start() {
        return jdk.run("RESTORER_JAVA_OPTS=", command.command(), List.of("stores"));
    }

    @Test
    void aWarningSaysHowMuchSpaceItNeeds() throws IOException {
        Files.write(ballast, new byte[BALLAST]);
        assertThat(start().err())
                .containsExactly(
                        "Warning: The command starts slowly, since the archive of its classes needs 64 MB of disk "
                                + "space. Free as much for " + command.root() + "/restorer-cli/target.");
        assertThat(jdk.dumps()).isZero();
    }

    @Test
    void itIsMadeOnceThereIsSpace() throws IOException {
        Files.write(ballast, new byte[BALLAST]);
        start();
        Files.delete(ballast);
        assertThat(start().err()).isEmpty();
        assertThat(jdk.dumps()).isEqualTo(1);
    }

    @Test
    void whatAKilledStartLeftIsRemovedFirst() throws IOException {
        Path left = command.root().resolve("restorer-cli/target/archives" + jdk.home() + ".jsa.d");
        Files.createDirectories(left);
        Files.write(left.resolve("archive"), new byte[BALLAST]);
        assertThat(start().err()).isEmpty();
        assertThat(jdk.dumps()).isEqualTo(1);
    }
}
