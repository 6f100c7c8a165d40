package dev.restorer.cli.command;

import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.api.Group;
import dev.restorer.api.RestoreRequest;
import dev.restorer.cli.images.FoundCache;
import dev.restorer.cli.images.ImageAccess;
import dev.restorer.cli.images.UsedImages;
import dev.restorer.cli.log.Console;
import dev.restorer.cli.settings.Scope;
import dev.restorer.cli.settings.Settings;
import dev.restorer.spi.LayerCache;
import java.nio.file.Path;

/**
 * Reads the files and images that the settings name, and creates the request.
 *
 * @param reader reads metadata
 * @param restorer checks the APIs
 * @param images finds images
 * @param console receives what was found
 */
record InputReader(MetadataReader reader, LayerRestorer restorer, ImageAccess images, Console console) {

    Inputs read(Settings settings, Group group) {
        RestoreRequest.Builder request = RestoreRequest.in(settings.layers())
                .platformApi(settings.platformApi())
                .skipLayers(settings.skipLayers())
                .owner(settings.owner());
        request.group(group);
        // An unknown API is reported before errors in other files, whose format may depend on the API.
        requireKnownApis(request);
        AppMetadataSource.Found app = new AppMetadataSource(reader, images, console).read(settings);
        FoundCache cache = cache(settings);
        request.appMetadata(app.metadata()).cacheMetadata(cache.metadata());
        return new Inputs(request.build(), cache.cache(), new UsedImages(cache.image(), app.image()));
    }

    private void requireKnownApis(RestoreRequest.Builder request) {
        restorer.plan(request.build());
    }

    private FoundCache cache(Settings settings) {
        Path metadata = settings.cacheMetadata();
        if (metadata != null) {
            return new FoundCache(null, LayerCache.none(), reader.readCacheMetadata(metadata));
        }
        String image = settings.images().cache();
        Path directory = settings.cacheDirectory();
        if (image == null && directory == null) {
            warnOfNoCache(settings);
        }
        if (image != null && !settings.skipLayers()) {
            return FoundCache.find(image, images.registries(), reader, console);
        }
        if (directory == null) {
            return new FoundCache(null, LayerCache.none(), reader.readCacheMetadata((LayerCache) null));
        }
        CacheDirectoryCheck.warn(directory, console);
        LayerCache cache = reader.volumeCache(directory);
        return new FoundCache(null, cache, reader.readCacheMetadata(cache));
    }

    /** The warning starts with the message of the lifecycle. Contents alone without a cache are probably a mistake. */
    private void warnOfNoCache(Settings settings) {
        boolean needsCache =
                settings.scope() == Scope.CONTENTS && settings.images().previous() == null && !settings.skipLayers();
        console.log()
                .warn("No cached data will be used, no cache specified."
                        + (needsCache ? " Give --cache-dir or --cache-image, as for --metadata-only." : ""));
    }
}
