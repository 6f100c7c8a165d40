package dev.restorer.testing;

import dev.restorer.ContentsOptions;
import dev.restorer.LayerRestorer;
import dev.restorer.api.RestorePlan;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.api.RestorerException;
import dev.restorer.spi.RestoreListener;
import dev.restorer.spi.ShaStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A restorer for tests that restores nothing, records the requests, and returns the plan or report that was set. Safe
 * for use by many threads at once.
 *
 * @since 0.1
 */
public final class RecordingLayerRestorer implements LayerRestorer {

    private final List<RestoreRequest> planned = new ArrayList<>();
    private final List<RestoreRequest> restored = new ArrayList<>();
    private @Nullable RestorePlan plan;
    private @Nullable RestoreReport report;
    private @Nullable RestorerException failure;

    /** Creates a restorer that returns an empty plan and an empty report. */
    public RecordingLayerRestorer() {}

    /**
     * Sets the plan that is returned.
     *
     * @param answer the plan that {@link #plan} returns from now on
     */
    public synchronized void answerWith(RestorePlan answer) {
        plan = Objects.requireNonNull(answer, "answer");
    }

    /**
     * Sets the report that is returned.
     *
     * @param answer the report that every restore returns from now on
     */
    public synchronized void answerWith(RestoreReport answer) {
        report = Objects.requireNonNull(answer, "answer");
    }

    /**
     * Sets an exception that every call throws from now on.
     *
     * @param exception the exception
     */
    public synchronized void failWith(RestorerException exception) {
        failure = Objects.requireNonNull(exception, "exception");
    }

    /**
     * Returns the requests that {@link #plan} was called with.
     *
     * @return the requests, in order; a copy
     */
    public synchronized List<RestoreRequest> planned() {
        return List.copyOf(planned);
    }

    /**
     * Returns the requests of all restores: of metadata, of contents, or of both.
     *
     * @return the requests, in order; a copy
     */
    public synchronized List<RestoreRequest> restored() {
        return List.copyOf(restored);
    }

    @Override
    public synchronized RestorePlan plan(RestoreRequest request) {
        planned.add(Objects.requireNonNull(request, "request"));
        requireNoFailure();
        return plan == null ? new RestorePlan(request.skipLayers(), List.of(), null, false) : plan;
    }

    @Override
    public RestoreReport restore(RestoreRequest request, ShaStore shaStore, ContentsOptions options) {
        Objects.requireNonNull(options, "options");
        return record(request, shaStore);
    }

    /** Returns this restorer, which has no operations to observe. */
    @Override
    public LayerRestorer withListener(RestoreListener listener) {
        Objects.requireNonNull(listener, "listener");
        return this;
    }

    @Override
    public RestoreReport restoreMetadata(RestoreRequest request, ShaStore shaStore) {
        return record(request, shaStore);
    }

    @Override
    public RestoreReport restoreContents(RestoreRequest request, ShaStore shaStore, ContentsOptions options) {
        Objects.requireNonNull(options, "options");
        return record(request, shaStore);
    }

    private synchronized RestoreReport record(RestoreRequest request, ShaStore shaStore) {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(shaStore, "shaStore");
        restored.add(request);
        requireNoFailure();
        return report == null ? new RestoreReport(request.layersDirectory(), List.of(), null, List.of()) : report;
    }

    private void requireNoFailure() {
        if (failure != null) {
            throw failure;
        }
    }
}
