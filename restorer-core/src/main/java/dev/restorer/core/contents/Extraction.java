package dev.restorer.core.contents;

import dev.restorer.api.ContentsLimits;
import dev.restorer.api.RemovalKind;
import dev.restorer.files.ConfinedDirectory;
import dev.restorer.files.FileProblem;
import dev.restorer.files.HiddenDirectory;
import dev.restorer.files.WholeDirectories;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Unpacks contents beside their place and checks them, in one pass. Safe for use by many threads at once.
 *
 * @param cache the cache that has them
 * @param limits how much one layer may hold
 * @param layersDirectory the layers directory; a tar of layers may have been made with another
 */
public record Extraction(LayerCache cache, ContentsLimits limits, Path layersDirectory) {

    /**
     * Unpacks contents into a new hidden directory. If that fails in any way, nothing of it stays.
     *
     * @param diffId their diff id in the cache
     * @param layer the last parts of their path in the tar
     * @param in the directory in which the hidden directory is made
     * @param progress is told how much was read, and stops the extraction by throwing
     * @return the contents, whole and right
     * @throws RejectedException if they cannot be restored
     * @throws CancellationException if this thread was interrupted
     */
    public Extracted extract(String diffId, List<String> layer, ConfinedDirectory in, Progress progress)
            throws RejectedException {
        DiffId.require(diffId);
        try (CacheStream stream = new CacheStream(cache, open(diffId), progress)) {
            return extract(stream, diffId, layer, new WholeDirectories(in));
        } catch (StoppedException e) {
            throw e.reason();
        } catch (ClosedByInterruptException e) {
            throw new CancellationException();
        } catch (ContentsReadException e) {
            throw new RejectedException(e.kind(), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new RejectedException(RemovalKind.NOT_WRITTEN, FileProblem.describe(e), e);
        } catch (InvalidPathException e) {
            throw RejectedException.rejectedEntry("a name has a character that file names cannot have here");
        }
    }

    private LayerContents open(String diffId) throws IOException, RejectedException {
        Optional<LayerContents> contents;
        try {
            contents = cache.contents(diffId);
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw CacheFailure.thrown(cache, e);
        }
        if (contents == null) {
            throw CacheFailure.returned(cache, "null for its contents");
        }
        return contents.orElseThrow(() -> RejectedException.absent("the cache does not have its contents"));
    }

    private Extracted extract(CacheStream stream, String diffId, List<String> layer, WholeDirectories directories)
            throws IOException, RejectedException {
        HiddenDirectory hidden = directories.makeHidden();
        boolean whole = false;
        try {
            Budget budget = new Budget(limits, hidden.path());
            LayerTree tree = new LayerTree(hidden, limits.entries());
            List<String> place = unpack(stream, diffId, layer, tree, budget);
            if (!place.isEmpty()) {
                return new Extracted(moved(tree, place, directories), budget.bytes(), budget.entries());
            }
            tree.finish();
            whole = true;
            return new Extracted(hidden, budget.bytes(), budget.entries());
        } finally {
            if (!whole) {
                directories.remove(hidden.name());
            }
        }
    }

    /** Takes the layer out of directories above it, which were unpacked as if they were parts of it. */
    private static HiddenDirectory moved(LayerTree tree, List<String> place, WholeDirectories directories)
            throws IOException {
        HiddenDirectory hidden = directories.makeHidden();
        boolean whole = false;
        try {
            tree.moveRoot(place, hidden);
            tree.finish();
            whole = true;
            return hidden;
        } finally {
            if (!whole) {
                directories.remove(hidden.name());
            }
        }
    }

    /** Unpacks and checks, and returns where the layer is in the tree. */
    private List<String> unpack(CacheStream stream, String diffId, List<String> layer, LayerTree tree, Budget budget)
            throws IOException, RejectedException {
        MessageDigest digest = DiffId.digest();
        LayerRoot root = new LayerRoot(layer, parts(layersDirectory), limits.depth());
        try (TarHeaders tar = new TarHeaders(
                new DigestInputStream(new Watched(Uncompressed.of(stream), stream), digest), limits.nameBytes())) {
            new TarUnpacking(tar, root, tree, budget).unpack();
            tar.readToEnd();
        }
        if (!DiffId.of(digest).equals(diffId)) {
            throw RejectedException.damaged("its contents in the cache have another digest than its diff id");
        }
        return root.place();
    }

    private static List<String> parts(Path path) {
        List<String> parts = new ArrayList<>();
        path.toAbsolutePath().normalize().forEach(part -> parts.add(part.toString()));
        return parts;
    }
}
