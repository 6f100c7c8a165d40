package dev.restorer.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.cli.failure.FileWriteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTargetCheckTest {

    @TempDir
    Path directory;

    private Path layers;

    @BeforeEach
    void name() {
        layers = directory.resolve("layers");
    }

    private void assertAccepted(Path file) {
        assertThatCode(() -> ReportTargetCheck.require(file, layers)).doesNotThrowAnyException();
    }

    private void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> ReportTargetCheck.require(file, layers))
                .isInstanceOf(FileWriteException.class)
                .hasMessageContaining(file + " cannot be written: " + why + ". Give --report a file");
    }

    @Test
    void aNewFileAndAnExistingOneAreAcceptedAndLeftAsTheyAre() throws IOException {
        Path file = directory.resolve("report.json");
        assertAccepted(file);
        assertThat(file).doesNotExist();
        Files.writeString(file, "old");
        assertAccepted(file);
        assertThat(file).hasContent("old");
    }

    @Test
    void aFileInALayersDirectoryThatTheRestoreCreatesIsAccepted() throws IOException {
        assertAccepted(layers.resolve("report.json"));
        assertAccepted(layers.resolve("created/../report.json"));
        Path other = directory.resolve("other/../layers/report.json");
        assertRefused(other, "its directory does not exist");
        Files.createDirectory(directory.resolve("other"));
        assertAccepted(other);
    }

    @Test
    void aDirectoryThatDoesNotExistIsReported() throws IOException {
        assertRefused(directory.resolve("missing/report.json"), "its directory does not exist");
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("missing/report.json"));
        assertRefused(link, "its directory does not exist");
    }

    @Test
    void aDirectoryIsReported() throws IOException {
        assertRefused(Files.createDirectory(directory.resolve("sub")), "Is a directory");
    }

    @Test
    void aFileInThePlaceOfADirectoryIsReported() throws IOException {
        Files.createFile(directory.resolve("file"));
        assertRefused(directory.resolve("file/report.json"), "Not a directory");
    }

    @Test
    void aNameThatIsTooLongIsReported() {
        assertRefused(directory.resolve("x".repeat(300)), "File name too long");
    }

    @Test
    void aDeviceIsAccepted() {
        assertAccepted(Path.of("/dev/null"));
    }

    @Test
    void theParentOfALinkIsThatOfTheDirectoryThatItLeadsTo() throws IOException {
        Path other = Files.createDirectories(directory.resolve("other/deep"));
        Files.createDirectory(directory.resolve("reports"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), other);

        assertRefused(link.resolve("../reports/r.json"), "its directory does not exist");
        Files.createDirectory(directory.resolve("other/found"));
        assertAccepted(link.resolve("../found/r.json"));
    }

    @Test
    void aLayersDirectoryBelowALinkIsTheSameDirectory() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory);

        assertAccepted(link.resolve("layers/report.json"));
    }
}
