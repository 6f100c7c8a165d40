package dev.restorer.core.engine.log;

import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerId;
import dev.restorer.api.MetadataSource;
import dev.restorer.api.Quoted;
import dev.restorer.core.decision.NameRules;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs decisions about metadata, with the messages of the lifecycle where it has one. */
public final class DecisionLog {

    private static final Logger LOG = LoggerFactory.getLogger(Loggers.NAME);

    private final NameRules names;

    public DecisionLog(NameRules names) {
        this.names = names;
    }

    public void skipped() {
        LOG.info("Skipping buildpack layer analysis");
    }

    /** Logs the decisions about the layers of a buildpack, before any of them is written. */
    public void decided(List<LayerDecision> decisions) {
        for (LayerDecision decision : decisions) {
            decided(decision);
            if (decision.restored()) {
                LOG.debug("Writing layer metadata for {}", decision.id());
            }
        }
    }

    public void unsafeBuildpack(String buildpackId) {
        LOG.warn(
                "Not restoring anything for buildpack {}, since its id {} and so cannot be the name of a directory",
                Quoted.quote(buildpackId),
                names.directoryProblem(buildpackId));
    }

    /** Logs that a layer of an earlier build is removed. */
    public void inTheWay(LayerId layer) {
        LOG.warn("Removing {}, its directory is where a file of another layer belongs", layer);
    }

    private void decided(LayerDecision decision) {
        LayerId id = decision.id();
        switch (decision.reason()) {
            case RESTORED_FROM_APP_IMAGE -> LOG.info("Restoring metadata for {} from app image", id);
            case RESTORED_FROM_CACHE -> LOG.info("Restoring metadata for {} from cache", id);
            case APP_LAUNCH_FALSE -> LOG.debug("Not restoring metadata for {}, marked as launch=false", id);
            case APP_BUILD_NOT_CACHED ->
                LOG.debug("Not restoring metadata for {}, marked as build=true, cache=false", id);
            case APP_NOT_IN_CACHE ->
                LOG.debug("Not restoring metadata for {}, marked as cache=true, but not found in cache", id);
            case CACHE_FALSE -> LOG.debug("Not restoring {} from cache, marked as cache=false", id);
            case CACHE_LAUNCH_TRUE -> LOG.debug("Not restoring {} from cache, marked as launch=true", id);
            case UNSAFE_LAYER_NAME ->
                LOG.warn(
                        "Not restoring metadata for {} from {}, since its name {} and so cannot be the name of a file",
                        id,
                        source(decision),
                        names.layerProblem(id.layer()));
            case RESERVED_LAYER_NAME ->
                LOG.warn(
                        "Not restoring metadata for {} from {}, its file would overwrite store.toml",
                        id,
                        source(decision));
            case OVERLAPPING_LAYER_NAME ->
                LOG.warn(
                        "Not restoring metadata for {} from {}, its directory would overwrite a file of another layer or of"
                                + " the buildpack",
                        id,
                        source(decision));
            case FOLDED_LAYER_NAME ->
                LOG.warn(
                        "Not restoring metadata for {} from {}, the file system treats its name as equal to that of another layer",
                        id,
                        source(decision));
            case UNSAFE_BUILDPACK_ID, LAYERS_SKIPPED -> {
                // Logged once for all layers.
            }
        }
    }

    private static String source(LayerDecision decision) {
        return decision.source() == MetadataSource.APP_IMAGE ? "app image" : "cache";
    }
}
