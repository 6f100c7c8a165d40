package dev.restorer.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.api.Owner;
import dev.restorer.api.RestoreReport;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportReplacementTest {

    @TempDir
    Path directory;

    @Test
    void anOwnerThatTheFileSystemDoesNotHaveIsAnIoException() throws IOException {
        RestoreReport report = new RestoreReport(directory, List.of(), null, List.of(), null, null);
        try (FileSystem zip = FileSystems.newFileSystem(directory.resolve("zip"), Map.of("create", "true"))) {
            Path root = zip.getPath("/");
            assertThatThrownBy(() ->
                            new JsonReportFormat().write(report, root.resolve("report.json"), new Owner(1234, 1234)))
                    .isInstanceOf(IOException.class);
            assertThat(root).isEmptyDirectory();
        }
    }
}
