package dev.restorer.core.engine;

import dev.restorer.core.contents.digest.DiffId;
import dev.restorer.core.engine.threads.CancellationCheck;
import dev.restorer.spi.LayerCache;
import dev.restorer.vendors.Vendor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * The order in which layers are restored: the longest first. Otherwise one thread may have a long layer left when the
 * others are done.
 */
final class LongestFirst {

    private LongestFirst() {}

    /** Returns the tasks in that order. Tasks of the same or an unknown size stay in the order that they have. */
    static List<LayerTask> of(Collection<LayerTask> tasks, LayerCache cache, CancellationCheck cancellationCheck) {
        if (tasks.size() < 2) {
            return List.copyOf(tasks);
        }
        List<Sized> sized = new ArrayList<>(tasks.size());
        for (LayerTask task : tasks) {
            cancellationCheck.check();
            sized.add(new Sized(task, size(task, cache)));
        }
        sized.sort((one, other) -> Long.compare(other.bytes(), one.bytes()));
        return sized.stream().map(Sized::task).toList();
    }

    private static long size(LayerTask task, LayerCache cache) {
        try {
            String diffId = Objects.requireNonNull(task.decision().cacheDiffId());
            // One of another form, which is rejected later, may lead out of the cache.
            return DiffId.isValid(diffId) ? cache.size(diffId).orElse(0) : 0;
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) { // the cache of another vendor; only the order depends on it
            Vendor.keepInterrupt(e);
            return 0;
        }
    }

    private record Sized(LayerTask task, long bytes) {}
}
