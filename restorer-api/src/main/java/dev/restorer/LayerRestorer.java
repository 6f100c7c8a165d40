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
import dev.restorer.spi.RestoreListener;
import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreException;

/**
 * Restores the metadata that buildpacks recorded about their layers, and the layers that the cache still has.
 *
 * <p>Implementations are safe for many restores at once, each in a layers directory of its own. A restore locks its
 * layers directory with a lock file, which it removes at the end. Another restore on the same directory waits for a few
 * seconds, and then fails with a {@link LayersDirectoryException}.
 *
 * @since 0.1
 */
public interface LayerRestorer {

    /**
     * Finds the engine with {@link java.util.ServiceLoader}.
     *
     * @return the engine
     * @throws ProviderException if there is no engine, or more than one
     */
    static LayerRestorer load() {
        return Engines.only(LayerRestorer.class);
    }

    /**
     * Returns a restorer whose restores a listener observes, in addition to those of this restorer. The same operations
     * are events of JDK Flight Recorder, {@code dev.restorer.Restore}, {@code dev.restorer.Layer} and
     * {@code dev.restorer.StoreCall}, while it records.
     *
     * @param listener the listener
     * @return a restorer; this one does not change
     */
    LayerRestorer withListener(RestoreListener listener);

    /**
     * Decides what a restore would do. This method reads and writes no files.
     *
     * @param request the facts
     * @return the plan, the same for the same request
     * @throws UnknownApiException if the Platform API or the Buildpack API of a buildpack is not known
     */
    RestorePlan plan(RestoreRequest request);

    /**
     * Restores metadata, and then contents: {@link #restoreMetadata} and {@link #restoreContents} in one call.
     *
     * @param request the facts
     * @param shaStore the store that the diff ids are put into; it stays open
     * @param options the cache that contents are restored from, and how
     * @return what was done
     * @throws RestorerException as {@link #restoreMetadata} and {@link #restoreContents} do
     */
    RestoreReport restore(RestoreRequest request, ShaStore shaStore, ContentsOptions options);

    /**
     * Restores metadata: writes {@code <layer>.toml} and {@code store.toml} files as planned, and puts the diff id of
     * each restored layer into the store.
     *
     * <p>A new directory of a buildpack is filled under a hidden name and then moved into its place. In a directory
     * that exists already, each file is written to a temporary file and moved into its place, so that a reader sees
     * either the old or the new file, complete. No file is written through a symbolic link or outside the directory of
     * its buildpack. A layer whose name would require that is not restored, which is logged as a warning and recorded
     * in the report. An existing {@code store.toml} for which there is no app metadata is neither read nor changed.
     *
     * @param request the facts
     * @param shaStore where the diff ids go; it stays open
     * @return what was done
     * @throws UnknownApiException if the Platform API or the Buildpack API of a buildpack is not known; no file is
     *     written
     * @throws LayersDirectoryException if another restore has the layers directory locked, a file or directory cannot
     *     be written, or a file or link is in the place of a directory, or a directory in that of a file
     * @throws UnwritableMetadataException if metadata holds a value that TOML cannot express, such as a null in an
     *     array
     * @throws ShaStoreException if a diff id cannot be stored
     * @throws ProviderException if the store throws anything that is not a {@link RestorerException}, or if it is a
     *     {@link dev.restorer.spi.FileShaStore} and returns null or a name that no file of its own can have
     * @throws RestoreCancelledException if the calling thread is interrupted when it waits for the lock or writes a
     *     file, or a call of the store fails after that; the interrupt status of the thread stays set
     */
    RestoreReport restoreMetadata(RestoreRequest request, ShaStore shaStore);

    /**
     * Restores the contents of the cached layers whose metadata is in the layers directory, possibly from an earlier
     * call in another process. A cached layer whose contents cannot be restored is removed with its metadata. (Platform
     * specification, restorer, Layer Restoration)
     *
     * <p>Contents are unpacked into a hidden directory next to their place, and moved there once they are complete and
     * their diff id is verified; nothing is written outside that directory. An existing directory of the layer is
     * replaced. A layer whose contents are missing, damaged, beyond a limit, or lead out of the layer is removed, which
     * is logged as a warning and recorded in the report. Hidden files and directories that a killed restore left behind
     * are removed first.
     *
     * @param request the facts; the app metadata is not needed
     * @param shaStore the store that the diff ids are read from; it stays open
     * @param options where contents come from
     * @return what was done
     * @throws UnknownApiException if the Platform API or the Buildpack API of a buildpack is not known; nothing is done
     * @throws LayersDirectoryException if another restore has the layers directory locked, a directory cannot be read,
     *     or a file or link is in the place of one
     * @throws ShaStoreException if the diff ids cannot be read
     * @throws ProviderException if the store returns null, or throws an exception that is not a
     *     {@link RestorerException}
     * @throws RestoreCancelledException if the restore was cancelled, or the calling thread was interrupted, whose
     *     interrupt status stays set, or the executor of the options interrupted a thread that restored a layer
     */
    RestoreReport restoreContents(RestoreRequest request, ShaStore shaStore, ContentsOptions options);
}
