package dev.restorer.core.decision;

import dev.restorer.files.LayersDirectoryNames;
import dev.restorer.files.PlainName;
import dev.restorer.files.lock.DirectoryLock;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * The rules for ids and names that become names of files and directories.
 *
 * @param charset the character set of file names on this machine
 */
public record NameRules(Charset charset) {

    /**
     * Returns the name of a buildpack's directory.
     *
     * @param buildpackId the id
     * @return the id, escaped, or null if it is not safe as a name
     */
    public @Nullable String directory(String buildpackId) {
        return directoryProblem(buildpackId) == null ? LayersDirectoryNames.directory(buildpackId) : null;
    }

    /**
     * Returns why a buildpack's id is not safe.
     *
     * @param buildpackId the id
     * @return the predicate of a sentence whose subject is the id, or null if the id is safe
     */
    public @Nullable String directoryProblem(String buildpackId) {
        return buildpackId.equals(DirectoryLock.NAME)
                ? "is the name of the file that locks the layers directory"
                : problem(LayersDirectoryNames.directory(buildpackId), PlainName.MAX_BYTES);
    }

    /**
     * Returns why a layer's name is not safe.
     *
     * @param layer the name
     * @return the predicate of a sentence whose subject is the name, or null if the name is safe
     */
    public @Nullable String layerProblem(String layer) {
        return problem(layer, LayersDirectoryNames.MAX_LAYER_BYTES);
    }

    /**
     * Tells whether a layer's name is safe.
     *
     * @param layer the name
     * @return whether its files can be created
     */
    public boolean isLayerName(String layer) {
        return layerProblem(layer) == null;
    }

    private @Nullable String problem(String name, int maxBytes) {
        return PlainName.isHidden(name)
                ? "begins like the hidden names of a restore"
                : PlainName.problem(name, maxBytes, charset);
    }

    /** Tells whether a layer's file would be the buildpack's {@code store.toml}. */
    boolean isReserved(String layer) {
        return LayersDirectoryNames.toml(layer).equals(LayersDirectoryNames.STORE);
    }
}
