package dev.restorer.core.layersdir;

import dev.restorer.files.LayersDirectoryNames;
import dev.restorer.files.PlainName;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An SBOM file of a layer.
 *
 * @param path its path, which ends in {@code sbom.<format>.json}
 * @param layer the name of the layer
 */
public record SbomFile(Path path, String layer) {

    /**
     * Returns what is wrong with the name that it has next to its layer, which has that of the layer in it.
     *
     * @return a sentence about the name, or null if a file can have it
     */
    public @Nullable String nameProblem() {
        String name = nameBesideLayer();
        String problem = PlainName.problem(name, PlainName.MAX_BYTES, PlainName.fileNameCharset());
        return problem == null ? null : "its name " + name + " " + problem;
    }

    /** Returns the name that it has next to its layer. */
    String nameBesideLayer() {
        return LayersDirectoryNames.sbomBeside(layer, path.getFileName().toString());
    }
}
