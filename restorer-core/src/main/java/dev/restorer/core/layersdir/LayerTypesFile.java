package dev.restorer.core.layersdir;

import dev.restorer.core.formats.FormatException;
import dev.restorer.core.formats.LimitException;
import dev.restorer.files.FileProblem;
import dev.restorer.files.LayersDirectoryNames;
import java.io.IOException;

/** Reads what a layer's own file says of its types. */
public final class LayerTypesFile {

    private static final LayerTypesToml SILENT = new LayerTypesToml(false, false);
    private static final int MAX_BYTES = 16 << 20;

    private LayerTypesFile() {}

    /**
     * Reads the file of a layer.
     *
     * @param layers the layers of its buildpack
     * @param layer the name of the layer
     * @return what it says; a layer without a file says nothing
     * @throws UnreadableTypesException if the file is more than can be read, or cannot be read
     * @throws FormatException if it is not what a layer's file is, so that nothing here wrote it
     */
    public static LayerTypesToml read(LayerFiles layers, String layer) throws UnreadableTypesException {
        try {
            byte[] toml = layers.directory().read(LayersDirectoryNames.toml(layer), MAX_BYTES);
            return toml == null ? SILENT : LayerTypesToml.parse(toml);
        } catch (IOException e) {
            throw new UnreadableTypesException(FileProblem.describe(e), e);
        } catch (LimitException e) {
            throw new UnreadableTypesException(e.problem(), e);
        } catch (OutOfMemoryError e) {
            throw new UnreadableTypesException("it is larger than the memory of the JVM", e);
        }
    }
}
