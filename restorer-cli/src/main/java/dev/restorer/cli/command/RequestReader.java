package dev.restorer.cli.command;

import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.api.AppMetadata;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.Group;
import dev.restorer.api.RestoreRequest;
import java.nio.file.Path;

/** Reads the files that the settings name, and creates the request. */
record RequestReader(MetadataReader reader, LayerRestorer restorer) {

    RestoreRequest read(Settings settings, Group group) {
        RestoreRequest.Builder request = RestoreRequest.in(settings.layers())
                .platformApi(settings.platformApi())
                .skipLayers(settings.skipLayers());
        if (settings.owner() != null) {
            request.owner(settings.owner());
        }
        request.group(group.buildpacks());
        // An unknown API is reported before errors in other files, whose format may depend on the API.
        requireKnownApis(request);
        if (settings.scope().restoresMetadata()) {
            request.appMetadata(app(settings));
        }
        return request.cacheMetadata(cache(settings)).build();
    }

    private void requireKnownApis(RestoreRequest.Builder request) {
        restorer.plan(request.build());
    }

    private AppMetadata app(Settings settings) {
        Path label = settings.appMetadata();
        return reader.appMetadataOrEmpty(
                () -> label == null ? reader.readAnalyzed(settings.analyzed()) : reader.readLabel(label));
    }

    private CacheMetadata cache(Settings settings) {
        if (settings.cacheMetadata() != null) {
            return reader.readCacheMetadata(settings.cacheMetadata());
        }
        return reader.readCacheMetadata(
                settings.cacheDirectory() == null ? null : reader.volumeCache(settings.cacheDirectory()));
    }
}
