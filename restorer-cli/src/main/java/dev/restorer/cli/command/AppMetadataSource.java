package dev.restorer.cli.command;

import dev.restorer.MetadataReader;
import dev.restorer.api.AppMetadata;
import dev.restorer.api.MetadataReadException;
import dev.restorer.api.Quoted;
import dev.restorer.cli.images.FoundPrevious;
import dev.restorer.cli.images.ImageAccess;
import dev.restorer.cli.log.Console;
import dev.restorer.cli.settings.Settings;
import dev.restorer.spi.Image;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Chooses where the app metadata is read from: a label in a file, a previous image that is given with a flag, an
 * {@code analyzed.toml} that has metadata, or a previous image that is given with a variable. Platforms set that
 * variable for all phases, so an analyzer may have looked for that image, and the exporter then goes by its result.
 *
 * @param reader reads metadata
 * @param images finds images
 * @param console receives what was found
 */
record AppMetadataSource(MetadataReader reader, ImageAccess images, Console console) {

    /**
     * The app metadata.
     *
     * @param metadata the metadata
     * @param image the image that has it, or null if it was read from a file
     */
    record Found(AppMetadata metadata, @Nullable Image image) {}

    Found read(Settings settings) {
        String previous = settings.images().previous();
        if (previous == null) {
            return new Found(settings.scope().restoresMetadata() ? fromFile(settings) : AppMetadata.empty(), null);
        }
        if (settings.images().previousHasPrecedence()) {
            return withPrecedence(previous, settings.analyzed());
        }
        Path analyzed = settings.analyzed();
        AppMetadata metadata = Files.notExists(analyzed)
                ? AppMetadata.empty()
                : reader.appMetadataOrEmpty(() -> reader.readAnalyzed(analyzed));
        return isEmpty(metadata) && !reader.hasAppMetadata(analyzed) ? fromImage(previous) : new Found(metadata, null);
    }

    private AppMetadata fromFile(Settings settings) {
        Path label = settings.appMetadata();
        return reader.appMetadataOrEmpty(
                () -> label == null ? reader.readAnalyzed(settings.analyzed()) : reader.readLabel(label));
    }

    private Found withPrecedence(String previous, Path analyzed) {
        if (hasMetadata(analyzed)) {
            console.log()
                    .info("Using the metadata of the previous image " + Quoted.quote(previous) + ", and not that of "
                            + analyzed);
        }
        return fromImage(previous);
    }

    /** A file that cannot be read is not needed. */
    private boolean hasMetadata(Path analyzed) {
        try {
            return Files.exists(analyzed) && !isEmpty(reader.readAnalyzed(analyzed));
        } catch (MetadataReadException e) {
            return false;
        }
    }

    private Found fromImage(String previous) {
        FoundPrevious found = FoundPrevious.find(previous, images.appImages(), reader, console);
        return new Found(found.metadata(), found.image());
    }

    private static boolean isEmpty(AppMetadata metadata) {
        return metadata.buildpacks().isEmpty();
    }
}
