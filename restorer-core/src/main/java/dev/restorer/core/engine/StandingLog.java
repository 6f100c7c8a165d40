package dev.restorer.core.engine;

import dev.restorer.api.Quoted;
import dev.restorer.files.FileProblem;
import dev.restorer.files.Leftover;
import dev.restorer.files.NoLockException;
import dev.restorer.files.OwnerException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what stands in the layers directory and cannot be changed: once for each place. Used by the calling thread. */
final class StandingLog {

    private static final Logger LOG = LoggerFactory.getLogger(Loggers.RESTORE);

    private final Set<Path> places = new HashSet<>();

    /** Logs what a restore had to remove and could not. */
    void left(Leftover leftover) {
        if (places.add(leftover.place())) {
            LOG.warn(
                    "Leaving {} behind, because {} cannot be removed: {}. Remove it as a user who may.",
                    Quoted.escape(leftover.path().toString()),
                    Quoted.quote(leftover.entry()),
                    leftover.problem());
        }
    }

    /** Logs that nothing keeps another restore from working at the same time. */
    void notLocked(Path layersDirectory, NoLockException failure) {
        LOG.warn(
                "Restoring into {} without a lock: {}. Let no other restore work there.",
                Quoted.escape(layersDirectory.toString()),
                failure.getMessage());
    }

    /** Logs what stays with the owner that it has. */
    void notGiven(OwnerException failure) {
        LOG.warn(
                "Leaving {} as it is: {}. The build may not be able to change it.",
                Quoted.quote(String.valueOf(failure.getFile())),
                FileProblem.describe(failure));
    }
}
