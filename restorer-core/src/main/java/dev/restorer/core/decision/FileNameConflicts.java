package dev.restorer.core.decision;

import dev.restorer.api.LayerDecision;
import dev.restorer.api.Reason;
import dev.restorer.files.LayersDirectoryNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds layers whose directory has the name of a file. The directory of a buildpack holds both the directories of its
 * layers and files about them, so the directory of a layer {@code a.toml} has the name of the file of a layer
 * {@code a}.
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
        Set<String> conflicts = of(restored);
        return decisions.stream()
                .map(decision -> decision.restored() && conflicts.contains(layer(decision))
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
     * Finds the layers whose directory has the name of a file.
     *
     * @param layers the names of all layers of one buildpack
     * @return those that are the name of a file of the buildpack, or of a layer that has no such conflict itself
     */
    public static Set<String> of(Set<String> layers) {
        List<String> candidates = new ArrayList<>();
        for (String layer : layers) {
            if (mayBeFile(layer)) {
                candidates.add(layer);
            }
        }
        return candidates.isEmpty() ? Set.of() : of(candidates, layers);
    }

    private static Set<String> of(List<String> candidates, Set<String> layers) {
        Set<String> conflicts = new HashSet<>();
        // The name of a layer is shorter than those of its files, so it is known first whether that has files.
        candidates.sort(Comparator.comparingInt(String::length));
        for (String layer : candidates) {
            if (isFileName(layer, owner -> layers.contains(owner) && !conflicts.contains(owner))) {
                conflicts.add(layer);
            }
        }
        return conflicts;
    }

    private static boolean isFileName(String layer, Predicate<String> hasFiles) {
        return LayersDirectoryNames.isOfBuildpack(layer)
                || LayersDirectoryNames.layersOf(layer).stream().anyMatch(hasFiles);
    }
}
