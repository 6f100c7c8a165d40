package dev.restorer.core.layersdir;

import dev.restorer.files.LayersDirectoryNames;
import java.nio.file.Path;

/**
 * A file that describes a layer.
 *
 * @param path where it is, called {@code sbom.<format>.json}
 * @param layer the name of the layer
 */
public record SbomFile(Path path, String layer) {

    /** Returns what it is called beside its layer. */
    String nameBesideLayer() {
        return LayersDirectoryNames.sbomBeside(layer, path.getFileName().toString());
    }
}
