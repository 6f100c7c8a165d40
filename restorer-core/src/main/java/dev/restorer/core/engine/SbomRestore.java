package dev.restorer.core.engine;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.api.SbomOutcome;
import dev.restorer.core.contents.CondemnedException;
import dev.restorer.core.contents.Extracted;
import dev.restorer.core.contents.Extraction;
import dev.restorer.core.layersdir.LayerFiles;
import dev.restorer.core.layersdir.SbomFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Restores the SBOM layer of the cache: its files go beside the layers that they are about. (Platform specification,
 * Restorer, SBOM)
 *
 * @param extraction unpacks
 * @param layersDirectory the layers directory itself
 * @param stop ends it early
 */
record SbomRestore(Extraction extraction, LayerFiles layersDirectory, Stop stop) {

    private static final List<String> PLACE = List.of("sbom", "cache");

    /**
     * Restores the files of layers whose contents were restored.
     *
     * @param diffId the diff id of the SBOM layer
     * @param buildpacks the buildpacks that have a folder
     * @return what became of it
     */
    SbomOutcome restore(String diffId, List<BuildpackContents> buildpacks) {
        try {
            Extracted sbom = extraction.extract(diffId, PLACE, layersDirectory.folder(), (bytes, size) -> stop.check());
            SbomFolder folder = new SbomFolder(sbom.folder().path());
            List<Path> files = new ArrayList<>();
            try {
                buildpacks.forEach(buildpack ->
                        buildpack.restored().forEach(layer -> files.addAll(folder.moveTo(buildpack.files(), layer))));
            } finally {
                layersDirectory.removeHidden();
            }
            return new SbomOutcome.Restored(diffId, files);
        } catch (CondemnedException e) {
            return new SbomOutcome.NotRestored(diffId, e.words());
        } catch (LayersDirectoryException e) {
            // Layers are whole without what describes them.
            return new SbomOutcome.NotRestored(diffId, String.valueOf(e.getMessage()));
        } catch (CancellationException e) {
            throw stop.cancelled();
        }
    }
}
