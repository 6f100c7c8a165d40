package dev.restorer.core.decision;

import dev.restorer.files.DirectoryLock;
import dev.restorer.files.PlainName;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Which names from outside become names of files and folders.
 *
 * @param charset the character set of file names on this machine
 */
public record NameRules(Charset charset) {

    private static final String STORE = "store";
    private static final int MOST_LAYER_BYTES = PlainName.MOST_BYTES - ".toml".length();

    /** Turns a buildpack's id into the name of its folder. (Buildpack specification: {@code /} becomes {@code _}) */
    private static String escape(String buildpackId) {
        return buildpackId.replace('/', '_');
    }

    /**
     * Returns the name of a buildpack's folder.
     *
     * @param buildpackId the id
     * @return the id, escaped, or null if it is not safe as a name
     */
    public @Nullable String folder(String buildpackId) {
        return folderProblem(buildpackId) == null ? escape(buildpackId) : null;
    }

    /**
     * Tells what is wrong with a buildpack's id.
     *
     * @param buildpackId the id
     * @return what keeps its folder from being made, to follow "it", or null if nothing does
     */
    public @Nullable String folderProblem(String buildpackId) {
        return buildpackId.equals(DirectoryLock.NAME)
                ? "is the name of the file that locks the layers directory"
                : problem(escape(buildpackId), PlainName.MOST_BYTES);
    }

    /**
     * Tells what is wrong with a layer's name.
     *
     * @param layer the name
     * @return what keeps its files from being made, to follow "it", or null if nothing does
     */
    public @Nullable String layerProblem(String layer) {
        return problem(layer, MOST_LAYER_BYTES);
    }

    /**
     * Tells whether a layer can have a name.
     *
     * @param layer the name
     * @return whether nothing keeps its files from being made
     */
    public boolean isLayerName(String layer) {
        return layerProblem(layer) == null;
    }

    private @Nullable String problem(String name, int mostBytes) {
        return PlainName.isHidden(name)
                ? "begins as the names do that a restore hides"
                : PlainName.problem(name, mostBytes, charset);
    }

    /** Tells whether a layer's file would be the buildpack's {@code store.toml}. */
    boolean isReserved(String layer) {
        return layer.equals(STORE);
    }
}
