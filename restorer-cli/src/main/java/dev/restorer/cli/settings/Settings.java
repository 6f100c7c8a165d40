package dev.restorer.cli.settings;

import dev.restorer.api.ContentsLimits;
import dev.restorer.api.MetadataLimits;
import dev.restorer.api.Owner;
import dev.restorer.cli.report.ReportTarget;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a restore, from flags, variables and defaults.
 *
 * @param scope what is restored
 * @param layers the layers directory
 * @param group the file of the group
 * @param analyzed the {@code analyzed.toml}, which is not read if there is a label
 * @param appMetadata a file that holds the label, or null
 * @param images the images that are read; a cache image has precedence over a cache directory
 * @param cacheDirectory the directory of a cache, or null
 * @param cacheMetadata a file that holds the metadata of a cache, or null
 * @param platformApi the Platform API
 * @param skipLayers whether layers are skipped
 * @param shaStore the URI of the SHA store
 * @param limits the limits of a layer's contents
 * @param metadataLimits the limits of metadata
 * @param report the target of the report, or null
 * @param owner the owner that is set for entries, or null if they keep the user of this process
 */
public record Settings(
        Scope scope,
        Path layers,
        Path group,
        Path analyzed,
        @Nullable Path appMetadata,
        ImageSettings images,
        @Nullable Path cacheDirectory,
        @Nullable Path cacheMetadata,
        String platformApi,
        boolean skipLayers,
        String shaStore,
        ContentsLimits limits,
        MetadataLimits metadataLimits,
        @Nullable ReportTarget report,
        @Nullable Owner owner) {}
