package dev.restorer.cli.command;

import dev.restorer.ContentsOptions;
import dev.restorer.LayerRestorer;
import dev.restorer.api.LayerId;
import dev.restorer.api.RestorePlan;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.spi.RestoreListener;
import dev.restorer.spi.ShaStore;
import dev.restorer.testing.RecordingLayerRestorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A restorer that records its request and options, and reports some progress. */
final class FakeContentsRestorer implements LayerRestorer {

    final List<String> calls = new ArrayList<>();

    /** An action between two reports of progress. */
    Runnable meanwhile = () -> {};

    private final RecordingLayerRestorer rest;
    private @Nullable ContentsOptions options;

    FakeContentsRestorer(RecordingLayerRestorer rest) {
        this.rest = rest;
    }

    ContentsOptions options() {
        return Objects.requireNonNull(options);
    }

    @Override
    public LayerRestorer withListener(RestoreListener listener) {
        return this;
    }

    @Override
    public RestorePlan plan(RestoreRequest request) {
        return rest.plan(request);
    }

    @Override
    public RestoreReport restore(RestoreRequest request, ShaStore shaStore, ContentsOptions how) {
        calls.add("all");
        work(how);
        return rest.restore(request, shaStore, how);
    }

    @Override
    public RestoreReport restoreMetadata(RestoreRequest request, ShaStore shaStore) {
        calls.add("metadata");
        return rest.restoreMetadata(request, shaStore);
    }

    @Override
    public RestoreReport restoreContents(RestoreRequest request, ShaStore shaStore, ContentsOptions how) {
        calls.add("contents");
        work(how);
        return rest.restoreContents(request, shaStore, how);
    }

    private void work(ContentsOptions how) {
        options = how;
        LayerId layer = new LayerId("example/node", "deps");
        how.listener().progress(layer, 0, 100);
        meanwhile.run();
        how.listener().progress(layer, 50, 100);
    }
}
