package dev.restorer.core.decision;

import dev.restorer.api.LayerDecision;
import dev.restorer.api.Reason;
import dev.restorer.files.LayersDirectoryNames;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds layers whose directory has the name of a file. The directory of a buildpack holds both the directories of its
 * layers and files about them, so the directory of a layer {@code a.toml} has the name of the file of a layer {@code
 * a}.
 */
public final class FileNameConflicts {

    private FileNameConflicts() {}

    /**
     * Excludes the layers whose directory has the name of a file of the buildpack, or of a layer that is restored.
     *
     * @param decisions the decisions about the layers of one buildpack
     * @return the decisions, with another reason for the excluded layers
     */
    static List<LayerDecision> exclude(List<LayerDecision> decisions) {
        if (!mayConflict(decisions)) {
            return decisions;
        }
        Set<String> restored = new HashSet<>();
        decisions.stream()
                .filter(LayerDecision::restored)
                .map(FileNameConflicts::layer)
                .forEach(restored::add);
        return decisions.stream()
                .map(decision -> decision.restored() && isFileName(layer(decision), restored::contains)
                        ? new LayerDecision(
                                decision.id(), decision.source(), decision.metadata(), Reason.OVERLAPPING_LAYER_NAME)
                        : decision)
                .toList();
    }

    private static boolean mayConflict(List<LayerDecision> decisions) {
        for (LayerDecision decision : decisions) {
            if (decision.restored() && mayBeFile(layer(decision))) {
                return true;
            }
        }
        return false;
    }

    private static String layer(LayerDecision decision) {
        return decision.id().layer();
    }

    /** Returns false for most names, without the search for a layer. */
    private static boolean mayBeFile(String layer) {
        return layer.indexOf('.') >= 0;
    }

    /**
     * Tells whether a layer's directory has the name of a file.
     *
     * @param layer the name of the layer
     * @param exists tells whether a layer of a given name exists
     * @return whether a file has that name: of the buildpack, or of a layer that has no such conflict itself
     */
    public static boolean isFileName(String layer, Predicate<String> exists) {
        return mayBeFile(layer)
                && (LayersDirectoryNames.isOfBuildpack(layer)
                        || LayersDirectoryNames.layersOf(layer).stream().anyMatch(owner -> hasFiles(owner, exists)));
    }

    private static boolean hasFiles(String layer, Predicate<String> exists) {
        return exists.test(layer) && !isFileName(layer, exists);
    }
}
