package dev.restorer.fuzz;

import dev.restorer.api.AppMetadata;
import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.RestoreRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What was read, and a restore is asked for. */
record Facts(List<Buildpack> group, AppMetadata app, CacheMetadata cache) {

    /** Only what the group has is restored, so that has every buildpack that is known. */
    static Facts of(AppMetadata app, CacheMetadata cache) {
        List<Buildpack> group = Stream.of(app.buildpacks(), cache.buildpacks())
                .flatMap(List::stream)
                .map(BuildpackMetadata::id)
                .distinct()
                .map(id -> new Buildpack(id, "1", "0.12"))
                .toList();
        return new Facts(group, app, cache);
    }

    static Facts of(String buildpackId, String buildpackApi, CacheMetadata cache) {
        return new Facts(List.of(new Buildpack(buildpackId, "1", buildpackApi)), AppMetadata.empty(), cache);
    }

    Facts below06() {
        return new Facts(
                group.stream()
                        .map(each -> new Buildpack(each.id(), each.version(), "0.5"))
                        .toList(),
                app,
                cache);
    }

    Facts withoutMetadata() {
        return new Facts(group, AppMetadata.empty(), CacheMetadata.empty());
    }

    RestoreRequest request(Path layersDirectory) {
        return RestoreRequest.in(layersDirectory)
                .group(group)
                .appMetadata(app)
                .cacheMetadata(cache)
                .build();
    }
}
