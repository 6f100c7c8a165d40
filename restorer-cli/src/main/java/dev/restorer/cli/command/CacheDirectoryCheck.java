package dev.restorer.cli.command;

import dev.restorer.api.Quoted;
import dev.restorer.cli.log.Console;
import dev.restorer.spi.ImageLayerCache;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Warns if a directory is probably not the one of the cache: it has content, but no metadata of a cache. Before the
 * first build, a cache does not exist, is empty, or has only the directories that a lifecycle or a file system creates.
 */
final class CacheDirectoryCheck {

    private static final String COMMITTED = "committed";
    private static final String METADATA = ImageLayerCache.METADATA_LABEL;
    private static final Set<String> OF_EMPTY_CACHE = Set.of(COMMITTED, "committed-backup", "staging", "lost+found");

    private CacheDirectoryCheck() {}

    /** Logs one warning if the directory has other content. A directory that cannot be read is reported elsewhere. */
    static void warn(Path directory, Console console) {
        Path committed = directory.resolve(COMMITTED);
        if (!Files.notExists(committed.resolve(METADATA), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Predicate<String> others = name -> !OF_EMPTY_CACHE.contains(name);
        find(directory, "", others)
                .or(() -> find(committed, COMMITTED + "/", name -> true))
                .ifPresent(found -> console.log()
                        .warn(directory + " is not a cache: it has no " + COMMITTED + "/" + METADATA
                                + ", but it has " + Quoted.quote(found) + ". Give --cache-dir (CNB_CACHE_DIR) the"
                                + " directory that the exporter writes the cache to."));
    }

    /** Finds an entry that is not hidden. */
    private static Optional<String> find(Path directory, String prefix, Predicate<String> filter) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (!name.startsWith(".") && filter.test(name)) {
                    return Optional.of(prefix + name);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Without a directory there is no other content, and what cannot be read is reported where it is used.
        }
        return Optional.empty();
    }
}
