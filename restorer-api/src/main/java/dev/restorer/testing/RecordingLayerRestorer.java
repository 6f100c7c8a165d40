package dev.restorer.testing;

import dev.restorer.ContentsOptions;
import dev.restorer.LayerRestorer;
import dev.restorer.api.RestorePlan;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.api.RestorerException;
import dev.restorer.spi.ShaStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A restorer that restores nothing, shows what it was asked for, and answers what it was told to. Safe for use by many
 * threads at once.
 *
 * @since 0.1
 */
public final class RecordingLayerRestorer implements LayerRestorer {

    private final List<RestoreRequest> planned = new ArrayList<>();
    private final List<RestoreRequest> restored = new ArrayList<>();
    private @Nullable RestorePlan plan;
    private @Nullable RestoreReport report;
    private @Nullable RestorerException failure;

    /** Makes a restorer that answers with an empty plan and an empty report. */
    public RecordingLayerRestorer() {}

    /**
     * Sets the plan to answer with.
     *
     * @param answer what {@link #plan} returns from now on
     */
    public synchronized void answerWith(RestorePlan answer) {
        plan = Objects.requireNonNull(answer, "answer");
    }

    /**
     * Sets the report to answer with.
     *
     * @param answer what every restore returns from now on
     */
    public synchronized void answerWith(RestoreReport answer) {
        report = Objects.requireNonNull(answer, "answer");
    }

    /**
     * Makes every call fail from now on.
     *
     * @param exception what is thrown
     */
    public synchronized void failWith(RestorerException exception) {
        failure = Objects.requireNonNull(exception, "exception");
    }

    /**
     * Returns the requests that were planned.
     *
     * @return the requests, in order; a copy
     */
    public synchronized List<RestoreRequest> planned() {
        return List.copyOf(planned);
    }

    /**
     * Returns the requests that were to be restored, metadata or contents or both.
     *
     * @return the requests, in order; a copy
     */
    public synchronized List<RestoreRequest> restored() {
        return List.copyOf(restored);
    }

    @Override
    public synchronized RestorePlan plan(RestoreRequest request) {
        planned.add(request);
        requireNoFailure();
        return plan == null ? new RestorePlan(request.skipLayers(), List.of(), null, false) : plan;
    }

    @Override
    public RestoreReport restore(RestoreRequest request, ShaStore shaStore, ContentsOptions options) {
        Objects.requireNonNull(options, "options");
        return record(request, shaStore);
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
        Objects.requireNonNull(shaStore, "shaStore");
        restored.add(request);
        requireNoFailure();
        return report == null ? new RestoreReport(request.layersDirectory(), List.of(), null) : report;
    }

    private void requireNoFailure() {
        if (failure != null) {
            throw failure;
        }
    }
}
