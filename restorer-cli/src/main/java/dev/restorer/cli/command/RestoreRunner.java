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

/** Restores metadata, contents or both, shows the progress of contents, and can be cancelled. */
record RestoreRunner(LayerRestorer restorer, MetadataReader reader, Console console, ProcessContext process) {

    RestoreReport run(RestoreRequest request, ShaStore store, Settings settings) {
        if (!settings.scope().restoresContents()) {
            return restorer.restoreMetadata(request, store);
        }
        try (ProgressLine progress = new ProgressLine(console, this::showsProgress, process.nanoTime())) {
            ContentsOptions options = ContentsOptions.from(cache(settings))
                    .limits(settings.limits())
                    .listener(progress)
                    .cancellation(process.shutdown().startRestore())
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
        boolean overwrites = !"dumb".equals(process.variables().get("TERM"));
        return console.isEnabled(Level.INFO) && overwrites && process.terminal().getAsBoolean();
    }
}
