package dev.restorer.cli.command;

import dev.restorer.ContentsOptions;
import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.cli.log.Console;
import dev.restorer.cli.progress.ProgressLine;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.ShaStore;
import org.slf4j.event.Level;

/** Restores as much as is asked for, shows how far contents are, and lets them be ended early. */
record Restoration(LayerRestorer restorer, MetadataReader reader, Console console, Surroundings surroundings) {

    RestoreReport carryOut(RestoreRequest request, ShaStore store, Settings settings) {
        if (!settings.scope().restoresContents()) {
            return restorer.restoreMetadata(request, store);
        }
        try (ProgressLine progress = new ProgressLine(console, this::showsProgress, surroundings.nanoTime())) {
            ContentsOptions options = ContentsOptions.from(cache(settings))
                    .limits(settings.limits())
                    .listener(progress)
                    .cancellation(surroundings.shutdown().holdForRestore())
                    .build();
            return settings.scope().restoresMetadata()
                    ? restorer.restore(request, store, options)
                    : restorer.restoreContents(request, store, options);
        }
    }

    private LayerCache cache(Settings settings) {
        return settings.cacheDirectory() == null ? LayerCache.none() : reader.volumeCache(settings.cacheDirectory());
    }

    private boolean showsProgress() {
        boolean overwrites = !"dumb".equals(surroundings.variables().get("TERM"));
        return console.tells(Level.INFO)
                && overwrites
                && surroundings.terminal().getAsBoolean();
    }
}
