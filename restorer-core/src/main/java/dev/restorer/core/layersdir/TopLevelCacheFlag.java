package dev.restorer.core.layersdir;

import dev.restorer.core.formats.FormatException;
import dev.restorer.core.formats.JvmLimits;
import dev.restorer.core.formats.LimitException;
import dev.restorer.core.formats.toml.TomlTable;
import dev.restorer.files.FileProblem;
import dev.restorer.files.LayersDirectoryNames;
import java.io.IOException;

/**
 * The cache flag at the top level of a layer's own file, as in files below Buildpack API 0.6.
 *
 * @param cached whether the file says that the layer is cached
 * @param hasTypesTable whether it has a {@code [types]} table, in exactly this case, which is used from Buildpack API
 *     0.6 on
 */
public record TopLevelCacheFlag(boolean cached, boolean hasTypesTable) {

    private static final TopLevelCacheFlag NO_FILE = new TopLevelCacheFlag(false, false);
    private static final int MAX_BYTES = 16 << 20;

    /**
     * Reads the file of a layer.
     *
     * @param layers the layers of its buildpack
     * @param layer the name of the layer
     * @return the flag; not cached if there is no file
     * @throws UnreadableLayerFileException if the file exceeds a limit, or cannot be read
     * @throws FormatException if it is not a layer's file, so no restore has written it
     */
    public static TopLevelCacheFlag read(LayerFiles layers, String layer) throws UnreadableLayerFileException {
        try {
            byte[] toml = layers.directory().read(LayersDirectoryNames.toml(layer), MAX_BYTES);
            return toml == null ? NO_FILE : parse(toml);
        } catch (IOException e) {
            throw new UnreadableLayerFileException(FileProblem.describe(e), e);
        } catch (LimitException e) {
            throw new UnreadableLayerFileException(e.problem(), e);
        } catch (OutOfMemoryError e) {
            throw new UnreadableLayerFileException("it " + JvmLimits.LARGER_THAN_MEMORY, e);
        } catch (StackOverflowError e) {
            throw new UnreadableLayerFileException("it " + JvmLimits.DEEPER_THAN_STACK, e);
        }
    }

    /** Reads the content of the file. The other two flags must be flags too, or it is not a layer's file. */
    static TopLevelCacheFlag parse(byte[] toml) {
        TomlTable root = TomlTable.read(toml);
        root.bool("build");
        root.bool("launch");
        return new TopLevelCacheFlag(root.bool("cache"), root.keys().contains("types"));
    }
}
