package dev.restorer.core.engine;

import dev.restorer.Cancellation;
import dev.restorer.ContentsOptions;
import dev.restorer.api.BuildpackPlan;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.ProviderException;
import dev.restorer.api.RestorePlan;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.core.decision.FoldedNames;
import dev.restorer.core.decision.NameRules;
import dev.restorer.core.decision.Planner;
import dev.restorer.core.engine.threads.CancellationCheck;
import dev.restorer.core.layersdir.LayersDirectory;
import dev.restorer.files.lock.DirectoryLock;
import dev.restorer.files.lock.NoLockException;
import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One restore, which locks the layers directory: two concurrent restores would remove each other's hidden directories.
 */
final class LockedRestore {

    private final Planner planner;
    private final RestoreScope scope;
    private final RestoreRequest request;
    private final LayersDirectory layers;
    private final ShaStoreCalls shaStore;

    LockedRestore(Planner planner, NameRules names, RestoreRequest request, ShaStore shaStore, Operations operations) {
        this.planner = planner;
        this.scope = RestoreScope.of(request, names, operations);
        this.request = request;
        this.layers = scope.layers();
        this.shaStore = new ShaStoreCalls(shaStore, operations);
    }

    RestoreReport restore(ContentsOptions options) {
        CancellationCheck check = checkFor(options.cancellation());
        check.check();
        RestorePlan plan = planner.plan(request);
        return locked(writes(plan), check, () -> Reports.merged(metadata(plan, check), contents(options)));
    }

    RestoreReport restoreMetadata() {
        RestorePlan plan = planner.plan(request);
        CancellationCheck check = checkFor(new Cancellation()); // only an interrupt ends this step
        return locked(writes(plan), check, () -> metadata(plan, check));
    }

    RestoreReport restoreContents(ContentsOptions options) {
        return locked(false, checkFor(options.cancellation()), () -> contents(options));
    }

    private static boolean writes(RestorePlan plan) {
        return plan.buildpacks().stream().anyMatch(LockedRestore::writes);
    }

    private static boolean writes(BuildpackPlan plan) {
        return plan.store() != null || plan.decisions().stream().anyMatch(LayerDecision::restored);
    }

    private RestoreReport locked(boolean writes, CancellationCheck check, Supplier<RestoreReport> restore) {
        DirectoryLock lock = lock(writes, check);
        try {
            return ReportCheck.checked(scope.progress().logIfFailed(restore));
        } catch (ShaStoreException | ProviderException e) {
            throw check.failure(e);
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }

    private @Nullable DirectoryLock lock(boolean writes, CancellationCheck check) {
        try {
            return writes
                    ? layers.makeAndLock(check::check)
                    : layers.lock(check::check).orElse(null);
        } catch (NoLockException e) {
            scope.directoryLog().notLocked(request.layersDirectory(), e);
            return null;
        }
    }

    private RestoreReport metadata(RestorePlan plan, CancellationCheck check) {
        RestorePlan checkedPlan =
                FoldedNames.exclude(plan, layerNames -> layers.namesEqualToEarlier(layerNames, check::check));
        return new RestoreReport(
                request.layersDirectory(), new MetadataRestore(scope, shaStore, checkedPlan).run(), null, List.of());
    }

    private CancellationCheck checkFor(Cancellation cancellation) {
        return new CancellationCheck(cancellation, request.layersDirectory());
    }

    private RestoreReport contents(ContentsOptions options) {
        return new ContentsRestore(scope, options).run(shaStore);
    }
}
