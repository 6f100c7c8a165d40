package dev.restorer.cli.command;

import dev.restorer.ContentsOptions;
import dev.restorer.LayerRestorer;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.RestoreReport;
import dev.restorer.cli.images.ImageAccess;
import dev.restorer.cli.images.ImageName;
import dev.restorer.cli.log.Console;
import dev.restorer.cli.process.Launch;
import dev.restorer.cli.process.ProcessContext;
import dev.restorer.cli.progress.ProgressLine;
import dev.restorer.cli.settings.Settings;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImageLayerCache;
import dev.restorer.spi.ShaStore;
import org.slf4j.event.Level;

/** Restores metadata, contents or both, shows the progress of contents, and can be cancelled. */
record RestoreRunner(LayerRestorer restorer, Console console, ProcessContext process) {

    RestoreReport run(Inputs inputs, ShaStore store, Settings settings) {
        if (!settings.scope().restoresContents()) {
            return restorer.restoreMetadata(inputs.request(), store);
        }
        try (ProgressLine progress = progress(inputs)) {
            ContentsOptions.Builder options = ContentsOptions.from(inputs.cache())
                    .limits(settings.limits())
                    .cancellation(process.shutdown().startRestore());
            if (showsProgress()) {
                options.listener(progress);
            }
            if (inputs.images().cache() != null) {
                options.parallelism(ImageAccess.CONNECTIONS);
            }
            Image previous = inputs.images().previous();
            if (previous != null) {
                options.previousImage(new ImageLayerCache(previous, json -> CacheMetadata.empty()));
            }
            return settings.scope().restoresMetadata()
                    ? restorer.restore(inputs.request(), store, options.build())
                    : restorer.restoreContents(inputs.request(), store, options.build());
        }
    }

    private ProgressLine progress(Inputs inputs) {
        Image cache = inputs.images().cache();
        String title = cache == null ? "Layers" : "Layers of " + ImageName.shortDigest(cache);
        return new ProgressLine(title, console, process.nanoTime());
    }

    private boolean showsProgress() {
        boolean overwrites = !"dumb".equals(process.variable("TERM"));
        return console.log().isEnabled(Level.INFO)
                && overwrites
                && process.terminals().test(Launch.STANDARD_ERROR);
    }
}
