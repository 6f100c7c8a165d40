package dev.restorer.core.engine;

import dev.restorer.api.ContentsDecision;
import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.LayersDirectoryException;
import dev.restorer.api.RemovalKind;
import dev.restorer.core.contents.Extracted;
import dev.restorer.core.contents.Extraction;
import dev.restorer.core.contents.RejectedException;
import dev.restorer.core.layersdir.LayerFiles;
import dev.restorer.core.layersdir.StandingLayer;
import dev.restorer.files.ConfinedDirectory;
import dev.restorer.files.Leftover;
import dev.restorer.files.UnmovableException;
import dev.restorer.spi.ContentsListener;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
        implements Supplier<LayerResult> {

    @Override
    public LayerResult get() {
        stop.check();
        long start = System.nanoTime();
        try {
            Placed placed = place();
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            Extracted extracted = placed.extracted();
            return new LayerResult(
                    new ContentsOutcome.Restored(decision, extracted.bytes(), extracted.entries(), time),
                    placed.leftover());
        } catch (RejectedException e) {
            return removed(e.kind(), e.problem(), e.getCause());
        } catch (LayersDirectoryException e) {
            // What stands in the place of one layer does not keep the others from being restored.
            return removed(RemovalKind.NOT_WRITTEN, String.valueOf(e.getMessage()), e);
        } catch (CancellationException e) {
            throw stop.cancelled();
        }
    }

    private LayerResult removed(RemovalKind kind, String cause, @Nullable Throwable thrown) {
        contents.failed(decision, thrown);
        return new LayerResult(new ContentsOutcome.Removed(decision, kind, cause), null);
    }

    private Placed place() throws RejectedException {
        LayerFiles files = contents.files();
        String layer = decision.id().layer();
        if (!files.isMounted(layer)) {
            try {
                Extracted extracted = extract(files.directory());
                return new Placed(
                        extracted, files.place(extracted.directory(), layer).orElse(null));
            } catch (UnmovableException e) {
                // As where one disk is mounted twice: the contents have to be made there.
            }
        }
        try (StandingLayer standing = files.standing(layer)) {
            Extracted extracted = extract(standing.directory());
            standing.replaceBy(extracted.directory());
            return new Placed(extracted, null);
        }
    }

    private Extracted extract(ConfinedDirectory in) throws RejectedException {
        LayerProgress progress = new LayerProgress(decision.id(), listener, stop);
        Extracted extracted = extraction.extract(Objects.requireNonNull(decision.cacheDiffId()), path(), in, progress);
        boolean finished = false;
        try {
            progress.finish();
            finished = true;
        } finally {
            if (!finished) {
                extracted.directory().remove();
            }
        }
        return extracted;
    }

    /** Returns the directory of the buildpack and the layer. */
    List<String> path() {
        return List.of(contents.files().name(), decision.id().layer());
    }

    /** Contents that are in their place, and what could not be removed of what stood there. */
    private record Placed(Extracted extracted, @Nullable Leftover leftover) {}
}
