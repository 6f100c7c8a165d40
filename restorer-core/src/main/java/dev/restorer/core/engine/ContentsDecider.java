package dev.restorer.core.engine;

import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.LayerId;
import dev.restorer.core.decision.ApiRules;
import dev.restorer.core.decision.ContentsRules;
import dev.restorer.core.decision.FileNameConflicts;
import dev.restorer.core.decision.FoundLayer;
import dev.restorer.core.decision.NameRules;
import dev.restorer.core.engine.log.ContentsLog;
import dev.restorer.core.formats.FormatException;
import dev.restorer.core.layersdir.LayerFiles;
import dev.restorer.core.layersdir.TopLevelCacheFlag;
import dev.restorer.core.layersdir.UnreadableLayerFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the layers in the directory of one buildpack, and decides about their contents.
 *
 * @param buildpack the buildpack
 * @param files its layers
 * @param names the rules for names of layers
 * @param log logs what is wrong with a layer's own file
 */
record ContentsDecider(Buildpack buildpack, LayerFiles files, NameRules names, ContentsLog log) {

    /** Decides about the cached layers that are found. */
    List<ContentsDecision> decide(BuildpackMetadata cache, ShaStoreCalls shaStore) {
        List<FoundLayer> cached = ContentsRules.cached(buildpack, found(), cache);
        List<String> inCache = cached.stream()
                .map(FoundLayer::name)
                .filter(cache.layers()::containsKey)
                .toList();
        // Others are removed whatever the store has of them, which may be damaged.
        Map<String, String> diffIds = inCache.isEmpty() ? Map.of() : shaStore.getAll(buildpack.id(), inCache);
        return cached.stream()
                .map(layer -> ContentsRules.decide(
                        id(layer.name()),
                        layer,
                        diffIds.get(layer.name()),
                        cache.layers().get(layer.name())))
                .toList();
    }

    private List<FoundLayer> found() {
        boolean typesInFile = ApiRules.typesInFile(buildpack);
        Set<String> present = files.find(name -> ApiRules.isBuildpackFile(buildpack, name));
        Set<String> conflicts = FileNameConflicts.of(present);
        List<FoundLayer> found = new ArrayList<>();
        for (String layer : present) {
            // A layer whose name is not safe was not created by a restore, and is ignored.
            boolean overlaps = conflicts.contains(layer);
            if (names.isLayerName(layer) && (!overlaps || files.hasToml(layer))) {
                FoundLayer.CacheFlag cacheFlag = typesInFile ? cacheFlag(layer) : FoundLayer.CacheFlag.NOT_CACHED;
                found.add(new FoundLayer(layer, cacheFlag, overlaps));
            }
        }
        return found;
    }

    private FoundLayer.CacheFlag cacheFlag(String layer) {
        try {
            TopLevelCacheFlag flag = TopLevelCacheFlag.read(files, layer);
            if (flag.hasTypesTable()) {
                log.typesInTable();
            }
            return FoundLayer.CacheFlag.of(flag.cached());
        } catch (UnreadableLayerFileException e) {
            log.fileUnreadable(id(layer), e.getMessage());
            return FoundLayer.CacheFlag.UNREADABLE;
        } catch (FormatException e) {
            log.fileInvalid(id(layer), e.getMessage());
            return FoundLayer.CacheFlag.NOT_CACHED;
        }
    }

    private LayerId id(String layer) {
        return new LayerId(buildpack.id(), layer);
    }
}
