package dev.restorer.core.engine;

import dev.restorer.api.BuildpackReport;
import dev.restorer.api.LayerOutcome;
import dev.restorer.api.LayersDirectoryException;
import dev.restorer.api.RestoreReport;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the files that a report lists exist. One file of each buildpack is enough: if another process removes its
 * directory, all files are gone, also if the directory is created again.
 */
final class ReportCheck {

    private ReportCheck() {}

    /** Returns the report, or throws an exception if a file does not exist. */
    static RestoreReport checked(RestoreReport report) {
        for (BuildpackReport buildpack : report.buildpacks()) {
            Path listed = listed(buildpack);
            if (listed != null && !Files.exists(listed, LinkOption.NOFOLLOW_LINKS)) {
                throw new LayersDirectoryException(
                        listed,
                        "is gone: another process changed the layers directory during the restore",
                        "Run the restore again while no other process changes it");
            }
        }
        return report;
    }

    /** Returns a file or directory that the report lists, or null. */
    private static @Nullable Path listed(BuildpackReport buildpack) {
        if (buildpack.store() != null) {
            return buildpack.store();
        }
        for (LayerOutcome outcome : buildpack.layers()) {
            Path written = buildpack.written(outcome);
            if (written != null) {
                return written;
            }
        }
        return buildpack.contents().isEmpty()
                ? null
                : buildpack.directory(); // which remains even if its layers are removed
    }
}
