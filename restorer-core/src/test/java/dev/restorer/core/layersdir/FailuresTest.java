package dev.restorer.core.layersdir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {

    @ParameterizedTest
    @CsvSource({
        "Too many open files, Let the process open more files at once (ulimit -n)",
        "File too large, Let the process write larger files (ulimit -f)",
        "Not a directory, Move the file away that is in the place of a directory above it",
        "No space left on device, Free space and inodes on its disk",
        "Read-only file system, Mount its disk so that it may be written to",
        "File name too long, Use a layers directory with a shorter path",
        "Operation not permitted, Check the space and the permissions of the layers directory"
    })
    void theRemedyIsForTheProblem(String problem, String remedy) {
        Path path = Path.of("layers", "a");
        assertThat(new Failures(Path.of("layers")).of(path, new FileSystemException("a", null, problem)))
                .hasMessage(path + " cannot be written: " + problem + ". " + remedy + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "Device or resource busy, Unmount what is mounted there",
        "No space left on device, Free space and inodes on its disk",
        "Disk quota exceeded, Free space and inodes on its disk",
        "Too many open files, Let the process open more files at once (ulimit -n)",
        "Read-only file system, Mount its disk so that it may be written to",
        "Operation not permitted, Remove it as a user who may"
    })
    void theRemedyForALayerThatCannotBeReplacedIsForTheProblem(String problem, String remedy) {
        assertThat(new Failures(Path.of("layers")).ofLayer(Path.of("a"), new FileSystemException("a", null, problem)))
                .hasMessageEndingWith(problem + ". " + remedy + ".");
    }
}
