package dev.restorer.core.layersdir;

import dev.restorer.core.formats.FormatException;
import dev.restorer.core.formats.LimitException;
import dev.restorer.files.FileProblem;
import dev.restorer.files.LayersDirectoryNames;
import java.io.IOException;

/** Reads the types in a layer's own file. */
public final class LayerTypesFile {

    private static final LayerTypesToml NO_TYPES = new LayerTypesToml(false, false);
    private static final int MAX_BYTES = 16 << 20;

    private LayerTypesFile() {}

    /**
     * Reads the file of a layer.
     *
     * @param layers the layers of its buildpack
     * @param layer the name of the layer
     * @return the types; all false if there is no file
     * @throws UnreadableTypesException if the file exceeds a limit, or cannot be read
     * @throws FormatException if it is not a layer's file, so no restore has written it
     */
    public static LayerTypesToml read(LayerFiles layers, String layer) throws UnreadableTypesException {
        try {
            byte[] toml = layers.directory().read(LayersDirectoryNames.toml(layer), MAX_BYTES);
            return toml == null ? NO_TYPES : LayerTypesToml.parse(toml);
        } catch (IOException e) {
            throw new UnreadableTypesException(FileProblem.describe(e), e);
        } catch (LimitException e) {
            throw new UnreadableTypesException(e.problem(), e);
        } catch (OutOfMemoryError e) {
            throw new UnreadableTypesException("it is larger than the memory of the JVM", e);
        }
    }
}
