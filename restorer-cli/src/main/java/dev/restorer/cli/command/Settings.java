package dev.restorer.cli.command;

import dev.restorer.api.ContentsLimits;
import dev.restorer.api.MetadataLimits;
import dev.restorer.api.Owner;
import dev.restorer.cli.report.ReportPlace;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a restore is asked to do, once flags, variables and defaults are settled.
 *
 * @param scope what is restored
 * @param layers the layers directory
 * @param group the file of the group
 * @param analyzed the analyzed.toml, which is not read if there is a label
 * @param appMetadata a file that holds the label, or null
 * @param cacheDirectory the directory of a cache, or null
 * @param cacheMetadata a file that holds the metadata of a cache, or null
 * @param platformApi the Platform API
 * @param skipLayers whether layers are left alone
 * @param shaStore where diff ids go
 * @param limits how much the contents of a layer may be
 * @param metadataLimits how much metadata is read
 * @param report where the report goes, or null
 * @param owner who entries are given to, or null if they are the user's of this process
 */
record Settings(
        Scope scope,
        Path layers,
        Path group,
        Path analyzed,
        @Nullable Path appMetadata,
        @Nullable Path cacheDirectory,
        @Nullable Path cacheMetadata,
        String platformApi,
        boolean skipLayers,
        String shaStore,
        ContentsLimits limits,
        MetadataLimits metadataLimits,
        @Nullable ReportPlace report,
        @Nullable Owner owner) {}
