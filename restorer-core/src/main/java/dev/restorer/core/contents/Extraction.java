package dev.restorer.core.contents;

import dev.restorer.Cancellation;
import dev.restorer.api.ContentsLimits;
import dev.restorer.api.RemovalKind;
import dev.restorer.core.contents.compression.Decompression;
import dev.restorer.core.contents.digest.DiffId;
import dev.restorer.core.contents.failure.ContentsReadException;
import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.core.contents.failure.StoppedException;
import dev.restorer.core.contents.pipeline.IdleThreads;
import dev.restorer.core.contents.pipeline.TarPipeline;
import dev.restorer.core.contents.stream.CacheFailure;
import dev.restorer.core.contents.stream.CacheStream;
import dev.restorer.core.contents.stream.CancellableStream;
import dev.restorer.core.contents.stream.Progress;
import dev.restorer.core.contents.stream.ReadCancellation;
import dev.restorer.core.contents.tar.TarHeaders;
import dev.restorer.core.contents.tree.LayerTree;
import dev.restorer.core.contents.tree.LinkCommands;
import dev.restorer.files.AtomicDirectories;
import dev.restorer.files.ConfinedDirectory;
import dev.restorer.files.FileProblem;
import dev.restorer.files.HiddenDirectory;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Extracts contents to a hidden directory and verifies them, in one pass. Safe for use by many threads at once.
 *
 * @param cache the cache that has the contents
 * @param name what the cache is called in messages
 * @param limits the limits of one layer
 * @param layersDirectory the layers directory, which may differ from the one that the tar was created with
 * @param threads threads that compute digests and write small files, if they have nothing else to do
 * @param cancellation ends reads from the cache
 * @param links how many links may be created with a command, for all layers
 */
public record Extraction(
        LayerCache cache,
        String name,
        ContentsLimits limits,
        Path layersDirectory,
        IdleThreads threads,
        Cancellation cancellation,
        LinkCommands links) {

    /**
     * Creates an extraction from the cache of the build.
     *
     * @param cache the cache that has the contents
     * @param limits the limits of one layer
     * @param layersDirectory the layers directory
     * @param threads threads that compute digests and write small files, if they have nothing else to do
     * @param cancellation ends reads from the cache
     */
    public Extraction(
            LayerCache cache,
            ContentsLimits limits,
            Path layersDirectory,
            IdleThreads threads,
            Cancellation cancellation) {
        this(cache, "the cache", limits, layersDirectory, threads, cancellation, new LinkCommands());
    }

    /**
     * Returns an extraction of the same restore from another cache.
     *
     * @param otherCache the cache
     * @param otherName what it is called in messages
     * @return the extraction, with the limits and threads of this one
     */
    public Extraction from(LayerCache otherCache, String otherName) {
        return new Extraction(otherCache, otherName, limits, layersDirectory, threads, cancellation, links);
    }

    /**
     * Returns an extraction that permits no more entries than this one.
     *
     * @param entries the maximum number of files, directories and links
     * @return the extraction
     */
    public Extraction withAtMost(long entries) {
        return limits.entries() <= entries
                ? this
                : new Extraction(
                        cache, name, limits.withEntries(entries), layersDirectory, threads, cancellation, links);
    }

    /**
     * Extracts contents to a new hidden directory, which is removed on any failure.
     *
     * @param diffId the diff id of the contents in the cache
     * @param layer the last elements of the layer's path in the tar
     * @param in the directory in which the hidden directory is created
     * @param progress receives the progress, and stops the extraction by throwing an exception
     * @return the verified contents
     * @throws RejectedException if they cannot be restored
     * @throws CancellationException if the restore was cancelled, or this thread was interrupted
     */
    public ExtractedContents extract(String diffId, List<String> layer, ConfinedDirectory in, Progress progress)
            throws RejectedException {
        DiffId.require(diffId);
        try (ReadCancellation reads = new ReadCancellation(cancellation);
                CacheStream stream = new CacheStream(cache, open(diffId), progress)) {
            reads.setStream(stream);
            return extract(stream, reads, diffId, layer, new AtomicDirectories(in));
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
        } catch (ClosedByInterruptException | VirtualMachineError e) {
            throw e;
        } catch (Throwable e) { // another vendor's cache, which may throw more than it declares
            throw CacheFailure.thrown(cache, e);
        }
        if (contents == null) {
            throw CacheFailure.returned(cache, "null for its contents");
        }
        return contents.orElseThrow(() -> RejectedException.absent(name + " does not have its contents"));
    }

    private ExtractedContents extract(
            CacheStream stream,
            ReadCancellation reads,
            String diffId,
            List<String> layer,
            AtomicDirectories directories)
            throws IOException, RejectedException {
        HiddenDirectory hidden = directories.makeHidden();
        boolean complete = false;
        try {
            Budget budget = new Budget(limits, hidden.path());
            LayerTree tree = new LayerTree(hidden, limits.entries(), links);
            List<String> place = unpack(stream, diffId, layer, tree, budget);
            if (!place.isEmpty()) {
                return new ExtractedContents(moved(tree, place, directories), budget.bytes(), budget.entries());
            }
            tree.finish();
            complete = true;
            return new ExtractedContents(hidden, budget.bytes(), budget.entries());
        } finally {
            if (!complete) {
                try {
                    reads.end(); // to remove many files takes longer than a read may take to end
                } finally {
                    directories.remove(hidden.name());
                }
            }
        }
    }

    /** Moves the layer out of the directories above it, which were extracted as if they were parts of the layer. */
    private static HiddenDirectory moved(LayerTree tree, List<String> place, AtomicDirectories directories)
            throws IOException {
        HiddenDirectory hidden = directories.makeHidden();
        boolean complete = false;
        try {
            tree.moveRoot(place, hidden);
            tree.finish();
            complete = true;
            return hidden;
        } finally {
            if (!complete) {
                directories.remove(hidden.name());
            }
        }
    }

    /** Extracts and verifies the contents, and returns the path of the layer in the tree. */
    private List<String> unpack(CacheStream stream, String diffId, List<String> layer, LayerTree tree, Budget budget)
            throws IOException, RejectedException {
        LayerRoot root = new LayerRoot(layer, parts(layersDirectory), limits.depth());
        String unpacked;
        try (TarPipeline pipeline = new TarPipeline(threads, stream.size());
                TarHeaders tar = new TarHeaders(
                        new CancellableStream(Decompression.of(stream), stream), pipeline, limits.nameBytes())) {
            unpacked = unpack(new TarUnpacker(tar, root, tree, budget, pipeline), tar, pipeline);
        }
        if (!unpacked.equals(diffId)) {
            throw RejectedException.damaged("its contents in " + name + " have another digest than its diff id");
        }
        return root.path();
    }

    /** Unpacks all entries, and returns the diff id of the tar. */
    private static String unpack(TarUnpacker unpacker, TarHeaders tar, TarPipeline pipeline)
            throws IOException, RejectedException {
        try {
            unpacker.unpack();
            tar.readToEnd();
            return pipeline.finish();
        } catch (StoppedException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException | RejectedException | InvalidPathException e) {
            pipeline.completeFiles(); // if one of them fails, its entry came first
            throw e;
        }
    }

    private static List<String> parts(Path path) {
        List<String> parts = new ArrayList<>();
        path.toAbsolutePath().normalize().forEach(part -> parts.add(part.toString()));
        return parts;
    }
}
