package dev.restorer.cli.command;

import dev.restorer.api.BaseImageRequest;
import dev.restorer.api.Buildpack;
import dev.restorer.api.Group;
import dev.restorer.cli.report.ReportTarget;
import dev.restorer.cli.report.ReportTargetCheck;
import dev.restorer.cli.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a report would replace a file that the restore itself reads or writes.
 *
 * @param settings the settings
 * @param group the group
 * @param baseImages the request to record base images, or null if none may be recorded
 */
record ReportOverlap(
        Settings settings, Group group, @Nullable BaseImageRequest baseImages) {

    /** The file with which a restore locks the layers directory, as docs/security.md names it. */
    private static final String LOCK = ".restorer.lock";

    /** Tells whether the report would replace such a file. A stream, pipe or device is not replaced. */
    boolean exists() {
        if (!(settings.report() instanceof ReportTarget.Named named)
                || (Files.exists(named.path()) && !Files.isRegularFile(named.path()))) {
            return false;
        }
        Path report = ReportTargetCheck.place(named.path());
        return created().map(ReportTargetCheck::place).anyMatch(place -> place.startsWith(report))
                || files().map(ReportTargetCheck::place).anyMatch(report::equals)
                || directories().map(ReportTargetCheck::place).anyMatch(report::startsWith);
    }

    /** Directories that the restore creates, with those above them. */
    private Stream<Path> created() {
        return Stream.of(settings.layers(), baseImages == null ? null : baseImages.kanikoDirectory())
                .filter(Objects::nonNull);
    }

    private Stream<Path> files() {
        Path lock = settings.layers().resolve(LOCK); // a report there would end the lock of another restore
        Path run = baseImages == null ? null : baseImages.runToml();
        return Stream.of(
                        settings.group(),
                        settings.analyzed(),
                        settings.appMetadata(),
                        settings.cacheMetadata(),
                        run,
                        lock)
                .filter(Objects::nonNull);
    }

    private Stream<Path> directories() {
        Path layers = settings.layers();
        Path cache = settings.cacheDirectory();
        Stream<Path> ofBuildpacks = group.buildpacks().stream()
                .map(Buildpack::id)
                .map(id -> layers.resolve(id.replace('/', '_'))); // as the specification names it
        List<Path> others = cache == null
                ? List.of(layers.resolve("sbom"))
                : List.of(layers.resolve("sbom"), cache.resolve("committed"));
        return Stream.concat(ofBuildpacks, others.stream());
    }
}
