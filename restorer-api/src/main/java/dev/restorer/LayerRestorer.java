package dev.restorer;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.api.ProviderException;
import dev.restorer.api.RestoreCancelledException;
import dev.restorer.api.RestorePlan;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.api.RestorerException;
import dev.restorer.api.UnknownApiException;
import dev.restorer.api.UnwritableMetadataException;
import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreException;

/**
 * Brings back what buildpacks knew about their layers, and the layers that the cache still has.
 *
 * <p>Implementations are safe for many restores at once, each in a layers directory of its own. A restore keeps its
 * directory for itself, with a lock file that is gone at the end: another one there waits for a few seconds, and then
 * fails with a {@link LayersDirectoryException}.
 *
 * @since 0.1
 */
public interface LayerRestorer {

    /**
     * Finds the engine with {@link java.util.ServiceLoader}.
     *
     * @return the engine that is there
     * @throws ProviderException if there is no engine, or more than one
     */
    static LayerRestorer load() {
        return Engines.only(LayerRestorer.class);
    }

    /**
     * Decides what a restore would do. Reads no file and writes none.
     *
     * @param request the facts
     * @return the plan, the same for the same request
     * @throws UnknownApiException if the Platform API or the Buildpack API of a buildpack is not known
     */
    RestorePlan plan(RestoreRequest request);

    /**
     * Restores metadata, and then contents: {@link #restoreMetadata} and {@link #restoreContents} in one.
     *
     * @param request the facts
     * @param shaStore where the diff ids go; it stays open
     * @param options where contents come from
     * @return what was done
     * @throws RestorerException what the two throw
     */
    RestoreReport restore(RestoreRequest request, ShaStore shaStore, ContentsOptions options);

    /**
     * Restores metadata: writes {@code <layer>.toml} and {@code store.toml} files as planned, and puts the diff id of
     * each restored layer into the store.
     *
     * <p>A directory that a buildpack does not have yet appears whole. In one that stands there each file is written
     * beside its place and moved there, so that a reader sees the old or the new one, whole; none is written through a
     * symbolic link or outside the directory of its buildpack. A layer whose name forbids that is not restored, which
     * is logged as a warning and told in the report. A {@code store.toml} that stands there, and that the app metadata
     * has nothing for, is not read and stays as it is.
     *
     * @param request the facts
     * @param shaStore where the diff ids go; it stays open
     * @return what was done
     * @throws UnknownApiException if the Platform API or the Buildpack API of a buildpack is not known; nothing is done
     * @throws LayersDirectoryException if a file or directory cannot be written or stands in the way
     * @throws UnwritableMetadataException if metadata holds what TOML cannot, such as a null in an array
     * @throws ShaStoreException if a diff id cannot be kept
     */
    RestoreReport restoreMetadata(RestoreRequest request, ShaStore shaStore);

    /**
     * Restores the contents of cached layers whose metadata stands in the layers directory, maybe from an earlier call
     * in another process, and removes the cached layers whose contents cannot be restored: both or neither.
     * (Platform specification, Restorer, Layer Restoration)
     *
     * <p>Contents are unpacked into a hidden directory beside their place, and moved there once they are whole and have
     * their diff id; nothing is written outside that directory. A directory that stands there is replaced. A layer
     * whose contents are missing, damaged, too much, or lead out of the layer is removed, which is logged as a warning
     * and told in the report. What a restore that was killed left hidden is removed first.
     *
     * @param request the facts; of the app image nothing is needed
     * @param shaStore what tells the diff ids; it stays open
     * @param options where contents come from
     * @return what was done
     * @throws UnknownApiException if the Platform API or the Buildpack API of a buildpack is not known; nothing is done
     * @throws LayersDirectoryException if a directory cannot be read, or a layer cannot be removed
     * @throws ShaStoreException if the diff ids cannot be told
     * @throws RestoreCancelledException if it was cancelled, or the calling thread interrupted, which it then still is
     */
    RestoreReport restoreContents(RestoreRequest request, ShaStore shaStore, ContentsOptions options);
}
