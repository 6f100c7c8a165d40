package dev.restorer.core.layersdir;

import dev.restorer.files.LayersDirectoryNames;
import java.nio.file.Path;

/**
 * An SBOM file of a layer.
 *
 * @param path its path, which ends in {@code sbom.<format>.json}
 * @param layer the name of the layer
 */
public record SbomFile(Path path, String layer) {

    /** Returns the name that it has next to its layer. */
    String nameBesideLayer() {
        return LayersDirectoryNames.sbomBeside(layer, path.getFileName().toString());
    }
}
