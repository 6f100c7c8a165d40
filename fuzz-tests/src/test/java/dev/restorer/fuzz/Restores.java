package dev.restorer.fuzz;

import dev.restorer.ContentsOptions;
import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.ShaStores;
import dev.restorer.api.ContentsLimits;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.ShaStore;

/** The engine as every platform finds it. */
final class Restores {

    static final MetadataReader READER = MetadataReader.load();
    private static final LayerRestorer RESTORER = LayerRestorer.load();
    private static final ShaStores STORES = ShaStores.load();

    /** Little that is packed may be much to write, and disks are slow. */
    private static final ContentsLimits LIMITS =
            ContentsLimits.defaults().withBytes(8 << 20).withEntries(200);

    private Restores() {}

    static RestoreReport restore(RestoreRequest request, LayerCache cache) {
        try (ShaStore store = store(request)) {
            return whole(RESTORER.restore(request, store, options(cache)));
        }
    }

    static RestoreReport restoreContents(RestoreRequest request, LayerCache cache) {
        try (ShaStore store = store(request)) {
            return whole(RESTORER.restoreContents(request, store, options(cache)));
        }
    }

    private static RestoreReport whole(RestoreReport report) {
        Whole.require(report);
        return report;
    }

    /** Of the stores this one has to hold hostile diff ids in files. */
    private static ShaStore store(RestoreRequest request) {
        return STORES.openStore("files:", request.layersDirectory());
    }

    private static ContentsOptions options(LayerCache cache) {
        return ContentsOptions.from(cache).limits(LIMITS).parallelism(1).build();
    }
}
