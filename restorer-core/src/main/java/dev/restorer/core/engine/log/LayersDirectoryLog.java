package dev.restorer.core.engine.log;

import dev.restorer.api.Quoted;
import dev.restorer.files.FileProblem;
import dev.restorer.files.Leftover;
import dev.restorer.files.OwnerException;
import dev.restorer.files.lock.NoLockException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs files and directories in the layers directory that cannot be changed, each path once. Used by the calling
 * thread.
 */
public final class LayersDirectoryLog {

    private static final Logger LOG = LoggerFactory.getLogger(Loggers.NAME);

    private final Set<Path> logged = new HashSet<>();

    /** Logs a file or directory that could not be removed. */
    public void notRemoved(Leftover leftover) {
        if (logged.add(leftover.reportedPath())) {
            LOG.warn(
                    "Leaving {} behind, because {}{} cannot be removed: {}. Remove it as a user who may.",
                    Quoted.escape(leftover.path().toString()),
                    Quoted.quote(leftover.entry()),
                    others(leftover.others()),
                    leftover.problem());
        }
    }

    private static String others(int count) {
        return count == 0 ? "" : " and " + count + (count == 1 ? " other" : " others");
    }

    /** Logs that the layers directory is not locked against other restores. */
    public void notLocked(Path layersDirectory, NoLockException failure) {
        LOG.warn(
                "Restoring into {} without a lock: {}. Let no other restore work there.",
                Quoted.escape(layersDirectory.toString()),
                failure.getMessage());
    }

    /** Logs a file or directory whose owner could not be changed. */
    public void notGiven(OwnerException failure) {
        LOG.warn(
                "Leaving {} as it is: {}. The build may not be able to change it.",
                Quoted.quote(String.valueOf(failure.getFile())),
                FileProblem.describe(failure));
    }
}
