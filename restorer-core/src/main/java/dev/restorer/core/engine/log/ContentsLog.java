package dev.restorer.core.engine.log;

import dev.restorer.api.ContentsDecision;
import dev.restorer.api.LayerId;
import dev.restorer.api.Quoted;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs decisions about contents and their outcome, with the messages of the lifecycle where it has one. */
public final class ContentsLog {

    private static final Logger LOG = LoggerFactory.getLogger(Loggers.NAME);

    public void decided(ContentsDecision decision) {
        LayerId id = decision.id();
        switch (decision.reason()) {
            case SAME_DIFF_ID -> LOG.info("Restoring data for {} from cache", id);
            case NOT_IN_CACHE -> LOG.info("Removing {}, not in cache", id);
            case UNREADABLE_FILE -> LOG.info("Removing {}, its file cannot be read", id);
            case OVERLAPPING_LAYER_NAME ->
                LOG.warn(
                        "Removing the metadata of {}, its directory would overwrite a file of another layer or of the"
                                + " buildpack",
                        id);
            case WRONG_SHA -> {
                LOG.info("Removing {}, wrong sha", id);
                LOG.debug(
                        "Layer sha: {}, cache sha: {}", quoted(decision.layerDiffId()), quoted(decision.cacheDiffId()));
            }
        }
    }

    public void typesInTable() {
        LOG.warn(
                "Types table isn't supported in this buildpack api version. The launch, build and cache flags should be in"
                        + " the top level. Ignoring the values in the types table.");
    }

    public void fileUnreadable(LayerId id, @Nullable String problem) {
        LOG.warn(
                "The .toml file of {} does not tell whether it is cached, since it cannot be read: {}",
                id,
                escaped(problem));
    }

    public void fileInvalid(LayerId id, @Nullable String problem) {
        LOG.warn("Leaving {} as it is, its .toml file is not a valid layer file: {}", id, escaped(problem));
    }

    public void rejected(LayerId id, String cause) {
        LOG.warn("Removing {}, its contents cannot be restored: {}", id, Quoted.escape(cause));
    }

    /** Logs the exception, for the developer of the cache. */
    public void failed(LayerId id, @Nullable Throwable cause) {
        if (cause != null) {
            LOG.debug("The contents of {} cannot be restored", id, cause);
        }
    }

    private static String escaped(@Nullable String problem) {
        return Quoted.escape(String.valueOf(problem));
    }

    private static String quoted(@Nullable String diffId) {
        return Quoted.quote(diffId == null ? "" : diffId);
    }

    public void sbom() {
        LOG.info("Restoring data for SBOM from cache");
    }

    public void launchSbom() {
        LOG.info("Restoring data for SBOM from previous image");
    }

    public void sbomFileNotRestored(String cause) {
        LOG.warn("Not restoring an SBOM file: {}", Quoted.escape(cause));
    }

    public void sbomRejected(String cause) {
        LOG.warn("Not restoring SBOM files, they cannot be restored from the cache: {}", Quoted.escape(cause));
    }

    public void launchSbomRejected(String cause) {
        LOG.warn("Not restoring SBOM files, they cannot be restored from the previous image: {}", Quoted.escape(cause));
    }
}
