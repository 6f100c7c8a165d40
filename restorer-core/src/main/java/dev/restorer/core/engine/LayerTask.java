package dev.restorer.core.engine;

import dev.restorer.api.ContentsDecision;
import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.LayersDirectoryException;
import dev.restorer.api.RemovalKind;
import dev.restorer.core.contents.ExtractedContents;
import dev.restorer.core.contents.Extraction;
import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.core.engine.threads.CancellationCheck;
import dev.restorer.core.layersdir.LayerFiles;
import dev.restorer.core.layersdir.UnmovableLayer;
import dev.restorer.files.ConfinedDirectory;
import dev.restorer.files.Leftover;
import dev.restorer.files.UnmovableException;
import dev.restorer.spi.ContentsListener;
import dev.restorer.spi.RestoreOperation;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Restores the contents of one layer. A layer that cannot be restored is removed later.
 *
 * @param decision the decision to restore it
 * @param contents the contents of its buildpack
 * @param extraction extracts the contents
 * @param listener receives the progress
 * @param cancellationCheck checks for cancellation
 */
record LayerTask(
        ContentsDecision decision,
        BuildpackContents contents,
        Extraction extraction,
        ContentsListener listener,
        CancellationCheck cancellationCheck)
        implements Supplier<LayerResult> {

    /** Returns this task as listeners know it. */
    RestoreOperation operation() {
        return new RestoreOperation.Layer(decision.id());
    }

    @Override
    public LayerResult get() {
        cancellationCheck.checkThread();
        long start = System.nanoTime();
        try {
            Placed placed = place();
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            ExtractedContents extracted = placed.extracted();
            return new LayerResult(
                    new ContentsOutcome.Restored(decision, extracted.bytes(), extracted.entries(), time),
                    placed.leftover());
        } catch (RejectedException e) {
            return removed(e.kind(), e.problem(), e.getCause());
        } catch (LayersDirectoryException e) {
            // An obstacle in the place of one layer does not keep the others from being restored.
            return removed(RemovalKind.NOT_WRITTEN, String.valueOf(e.getMessage()), e);
        } catch (ListenerException e) {
            throw e.thrown();
        } catch (CancellationException e) {
            cancellationCheck.checkThread();
            throw cancellationCheck.exception();
        }
    }

    private LayerResult removed(RemovalKind kind, String cause, @Nullable Throwable thrown) {
        // A stream that was closed since the restore is cancelled is no failure of the layer.
        cancellationCheck.checkThread();
        contents.failed(decision, thrown);
        return new LayerResult(new ContentsOutcome.Removed(decision, kind, cause), null);
    }

    private Placed place() throws RejectedException {
        LayerFiles files = contents.files();
        String layer = decision.id().layer();
        if (!files.isOnOtherDevice(layer)) {
            try {
                ExtractedContents extracted = extract(files.directory());
                return new Placed(
                        extracted, files.place(extracted.directory(), layer).orElse(null));
            } catch (UnmovableException e) {
                // For example, the same disk is mounted twice: the contents must be extracted in that directory.
            }
        }
        try (UnmovableLayer unmovable = files.openUnmovable(layer)) {
            ExtractedContents extracted = extract(unmovable.directory());
            unmovable.replaceBy(extracted.directory());
            return new Placed(extracted, null);
        }
    }

    private ExtractedContents extract(ConfinedDirectory in) throws RejectedException {
        LayerProgress progress = new LayerProgress(decision.id(), listener, cancellationCheck);
        ExtractedContents extracted =
                extraction.extract(Objects.requireNonNull(decision.cacheDiffId()), path(), in, progress);
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

    /** Returns the names of the buildpack's directory and of the layer. */
    List<String> path() {
        return List.of(contents.files().name(), decision.id().layer());
    }

    /** Contents in their place, and the part of the replaced directory that could not be removed. */
    private record Placed(
            ExtractedContents extracted, @Nullable Leftover leftover) {}
}
