package dev.restorer.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The names of files and directories in a layers directory: each buildpack has a directory in it, in which each layer
 * has a directory and files that describe it. (Buildpack specification, Layer Types; Platform specification, restorer)
 */
public final class LayersDirectoryNames {

    private static final String TOML = ".toml";

    /** The file in which a buildpack keeps its own metadata. */
    public static final String STORE = "store.toml";

    /** A file that a buildpack writes about the processes of the app. */
    public static final String LAUNCH = "launch.toml";

    /** A file that a buildpack writes about the build. */
    public static final String BUILD = "build.toml";

    /** The directory that the analyzer writes, with the SBOM files of the previous image in {@link #SBOM_LAUNCH}. */
    public static final String SBOM = "sbom";

    /** The directory of the launch layers' SBOM files. */
    public static final String SBOM_LAUNCH = "launch";

    /** The directory of the cached layers' SBOM files, in a layer of the cache. */
    public static final String SBOM_CACHE = "cache";

    /**
     * The maximum length of the name of a layer, in bytes, so that the name of its {@code .toml} file is not too long.
     * That of an SBOM file beside the layer may be.
     */
    public static final int MAX_LAYER_BYTES = PlainName.MAX_BYTES - TOML.length();

    private static final String SHA = ".sha";
    private static final String SBOM_FILE = "sbom.";
    private static final String JSON = "json";
    private static final Set<String> FILES_OF_BUILDPACK = Set.of(STORE, LAUNCH, BUILD);

    private LayersDirectoryNames() {}

    /**
     * Returns the name of a buildpack's directory.
     *
     * @param buildpackId the id of the buildpack
     * @return the id, with each {@code /} as {@code _}
     */
    public static String directory(String buildpackId) {
        return buildpackId.replace('/', '_');
    }

    /**
     * Returns the name of the file that holds a layer's metadata.
     *
     * @param layer the name of the layer
     * @return {@code <layer>.toml}
     */
    public static String toml(String layer) {
        return layer + TOML;
    }

    /**
     * Tells whether a file may hold a layer's metadata.
     *
     * @param file the name of the file
     * @return whether it ends in {@code .toml}
     */
    public static boolean isToml(String file) {
        return file.endsWith(TOML);
    }

    /**
     * Returns the layer whose metadata a file holds.
     *
     * @param toml the name of the file, which ends in {@code .toml}
     * @return the name of the layer
     */
    public static String layerOf(String toml) {
        return toml.substring(0, toml.length() - TOML.length());
    }

    /**
     * Returns the name of the file that holds a layer's diff id.
     *
     * @param layer the name of the layer
     * @return {@code <layer>.sha}
     */
    public static String sha(String layer) {
        return layer + SHA;
    }

    /**
     * Tells whether a file is an SBOM file, in the directory of its layer.
     *
     * @param file the name of the file
     * @return whether its name is {@code sbom.json}, or {@code sbom.<ext>} where the extension ends in {@code json}
     */
    public static boolean isSbom(String file) {
        return file.startsWith(SBOM_FILE) && file.endsWith(JSON);
    }

    /**
     * Returns the name of an SBOM file next to its layer.
     *
     * @param layer the name of the layer
     * @param file the name of the file in the directory of its layer
     * @return {@code <layer>.<file>}
     */
    public static String sbomBeside(String layer, String file) {
        return layer + "." + file;
    }

    /**
     * Tells whether a buildpack writes a file of this name itself.
     *
     * @param name the name
     * @return whether it does
     */
    public static boolean isOfBuildpack(String name) {
        return FILES_OF_BUILDPACK.contains(name);
    }

    /**
     * Returns the layers that a file of a given name could describe.
     *
     * @param name the name
     * @return the names of the layers, empty if no layer has a file of that name
     */
    public static List<String> layersOf(String name) {
        List<String> layers = new ArrayList<>();
        for (String ending : List.of(TOML, SHA)) {
            if (name.endsWith(ending)) {
                layers.add(name.substring(0, name.length() - ending.length()));
            }
        }
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            if (isSbom(name.substring(dot + 1))) {
                layers.add(name.substring(0, dot));
            }
        }
        return layers;
    }
}
