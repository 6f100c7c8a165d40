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
 * Checks that what a report claims is there. Whatever takes a directory away takes all of its files, and a directory
 * that is then made anew has none of the first ones, so one file of each buildpack tells.
 */
final class Claims {

    private Claims() {}

    /** Returns the report, or throws what to tell in its place. */
    static RestoreReport checked(RestoreReport report) {
        for (BuildpackReport buildpack : report.buildpacks()) {
            Path claim = claim(buildpack);
            if (claim != null && !Files.exists(claim, LinkOption.NOFOLLOW_LINKS)) {
                throw new LayersDirectoryException(
                        claim,
                        "is gone: something else changed the layers directory during the restore",
                        "Run it again while nothing else does");
            }
        }
        return report;
    }

    /** Returns something that is claimed to be there, or null. */
    private static @Nullable Path claim(BuildpackReport buildpack) {
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
                : buildpack.directory(); // which stays even if its layers are removed
    }
}
