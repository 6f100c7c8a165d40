package dev.restorer.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.api.Owner;
import dev.restorer.api.RestoreReport;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportReplacementTest {

    @TempDir
    Path directory;

    private RestoreReport report;

    @BeforeEach
    void createReport() {
        report = new RestoreReport(directory, List.of(), null, List.of(), null, null);
    }

    private void assertNotWritten(Path file, String reason) {
        assertThatThrownBy(() -> new JsonReportFormat().write(report, file, null))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(file + ": " + reason)
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void aFailureNamesTheFileAndNotATemporaryOne() throws IOException {
        assertNotWritten(directory.resolve("missing/report.json"), "its directory does not exist");
        assertNotWritten(Files.createDirectory(directory.resolve("report.json")), "Is a directory");
        assertThat(directory).isDirectoryNotContaining("glob:**/.restorer-report-*");
    }

    @Test
    void anOwnerThatTheFileSystemDoesNotHaveIsAnIoException() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(directory.resolve("zip"), Map.of("create", "true"))) {
            Path root = zip.getPath("/");
            assertThatThrownBy(() ->
                            new JsonReportFormat().write(report, root.resolve("report.json"), new Owner(1234, 1234)))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("/report.json: ");
            assertThat(root).isEmptyDirectory();
        }
    }
}
