package dev.restorer.core.decision;

import dev.restorer.api.LayerDecision;
import dev.restorer.api.Reason;
import dev.restorer.files.LayersDirectoryNames;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Keeps the places of files free. In the directory of a buildpack stand the directories of its layers and files about
 * them, so a layer called {@code a.toml} would have its directory where the file of a layer {@code a} belongs.
 */
public final class FilePlaces {

    private FilePlaces() {}

    /**
     * Keeps back the layers whose directories would stand where a file belongs, of the buildpack or of a layer that is
     * restored.
     *
     * @param decisions the decisions about the layers of one buildpack
     * @return the decisions, with another reason for the layers that are kept back
     */
    static List<LayerDecision> keepFree(List<LayerDecision> decisions) {
        if (decisions.stream().noneMatch(decision -> decision.restored() && mayBeFile(layer(decision)))) {
            return decisions;
        }
        Set<String> restored = new HashSet<>();
        decisions.stream()
                .filter(LayerDecision::restored)
                .map(FilePlaces::layer)
                .forEach(restored::add);
        return decisions.stream()
                .map(decision -> decision.restored() && isTaken(layer(decision), restored::contains)
                        ? new LayerDecision(
                                decision.id(), decision.source(), decision.metadata(), Reason.OVERLAPPING_LAYER_NAME)
                        : decision)
                .toList();
    }

    private static String layer(LayerDecision decision) {
        return decision.id().layer();
    }

    /** Most names are none of a file, which is told at a glance. */
    private static boolean mayBeFile(String layer) {
        return layer.indexOf('.') >= 0;
    }

    /**
     * Tells whether the place of a layer's directory is that of a file.
     *
     * @param layer the name of the layer
     * @param exists tells which layers there are
     * @return whether a file of the buildpack, or of a layer that can stand there itself, has that name
     */
    public static boolean isTaken(String layer, Predicate<String> exists) {
        return mayBeFile(layer)
                && (LayersDirectoryNames.isOfBuildpack(layer)
                        || LayersDirectoryNames.layersOf(layer).stream().anyMatch(whose -> stands(whose, exists)));
    }

    private static boolean stands(String layer, Predicate<String> exists) {
        return exists.test(layer) && !isTaken(layer, exists);
    }
}
