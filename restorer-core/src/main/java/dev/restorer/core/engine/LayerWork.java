package dev.restorer.core.engine;

import dev.restorer.api.ContentsDecision;
import dev.restorer.api.ContentsOutcome;
import dev.restorer.core.contents.CondemnedException;
import dev.restorer.core.contents.Extracted;
import dev.restorer.core.contents.Extraction;
import dev.restorer.core.layersdir.LayerFiles;
import dev.restorer.spi.ContentsListener;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * Restores the contents of one layer. A layer that cannot be restored is not removed yet.
 *
 * @param decision the decision to restore it
 * @param contents the contents of its buildpack
 * @param extraction unpacks
 * @param listener is told how far it is
 * @param stop ends it early
 */
record LayerWork(
        ContentsDecision decision,
        BuildpackContents contents,
        Extraction extraction,
        ContentsListener listener,
        Stop stop)
        implements Supplier<ContentsOutcome> {

    @Override
    public ContentsOutcome get() {
        stop.check();
        long start = System.nanoTime();
        LayerProgress progress = new LayerProgress(decision.id(), listener, stop);
        try {
            LayerFiles files = contents.files();
            Extracted extracted = extract(files, progress);
            files.place(extracted.folder(), decision.id().layer());
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            progress.finish();
            return new ContentsOutcome.Restored(decision, extracted.bytes(), extracted.entries(), time);
        } catch (CondemnedException e) {
            return contents.failed(decision, e);
        } catch (CancellationException e) {
            throw stop.cancelled();
        }
    }

    private Extracted extract(LayerFiles files, LayerProgress progress) throws CondemnedException {
        String diffId = Objects.requireNonNull(decision.cacheDiffId());
        return extraction.extract(diffId, place(), files.folder(), progress);
    }

    /** Returns the folder of the buildpack and the layer. */
    List<String> place() {
        return List.of(contents.files().name(), decision.id().layer());
    }
}
