package dev.restorer.core.contents;

import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.core.contents.pipeline.FoldedPath;
import dev.restorer.core.contents.pipeline.TarPipeline;
import dev.restorer.core.contents.tar.Fragment;
import dev.restorer.core.contents.tar.TarEntry;
import dev.restorer.core.contents.tar.TarEntry.Kind;
import dev.restorer.core.contents.tar.TarHeaders;
import dev.restorer.core.contents.tree.FileOpening;
import dev.restorer.core.contents.tree.LayerTree;
import dev.restorer.core.contents.tree.NewFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the entries of a tar to a tree, and rejects entries that no layer may have. */
final class TarUnpacker {

    private final TarHeaders tar;
    private final LayerRoot root;
    private final LayerTree tree;
    private final Budget budget;
    private final TarPipeline pipeline;

    TarUnpacker(TarHeaders tar, LayerRoot root, LayerTree tree, Budget budget, TarPipeline pipeline) {
        this.tar = tar;
        this.pipeline = pipeline;
        this.root = root;
        this.tree = tree;
        this.budget = budget;
    }

    void unpack() throws IOException, RejectedException {
        for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
            List<String> parts = root.below(entry.name(), entry.isDirectory());
            budget.entry();
            if (parts != null) {
                put(entry, parts);
            }
        }
    }

    private void put(TarEntry entry, List<String> parts) throws IOException, RejectedException {
        Kind kind = entry.kind();
        FoldedPath path = pipeline.prepare(kind == Kind.HARD_LINK, parts);
        if (kind == Kind.FILE) {
            file(entry, parts, path);
        } else if (kind == Kind.DIRECTORY) {
            tree.directory(parts, entry.mode());
        } else if (kind == Kind.SYMBOLIC_LINK) {
            tree.symbolicLink(parts, target(entry));
        } else if (kind == Kind.HARD_LINK) {
            tree.hardLink(parts, root.target(target(entry)));
        } else if (kind == Kind.SPARSE_FILE) {
            sparseFile(entry, parts);
        } else {
            throw RejectedException.rejectedEntry(
                    "the entry " + entry.name() + " is a device, a pipe or of another kind that no layer has");
        }
    }

    /** Creates a file, later if its path can be deferred. */
    private void file(TarEntry entry, List<String> parts, @Nullable FoldedPath path)
            throws IOException, RejectedException {
        budget.file(entry.size());
        FileOpening opening = tree.file(parts, entry.mode());
        if (path != null && tar.gatherContents()) {
            ByteBuffer bytes = tar.contents();
            pipeline.writeLater(path, tar.buffer(), bytes, opening);
            return;
        }
        try (NewFile file = opening.open()) {
            for (ByteBuffer bytes = tar.contents(); bytes.hasRemaining(); bytes = tar.contents()) {
                file.write(bytes);
            }
            file.finish();
        }
    }

    /** Creates a sparse file, whose holes count as its bytes: they may be filled later. */
    private void sparseFile(TarEntry entry, List<String> parts) throws IOException, RejectedException {
        budget.file(entry.size());
        try (NewFile file = tree.file(parts, entry.mode()).open()) {
            for (Fragment fragment : entry.fragments()) {
                file.skipTo(fragment.offset());
                write(fragment.length(), file);
            }
            file.extendTo(entry.size());
            file.finish();
        }
    }

    /** Writes the next bytes of the contents. */
    private void write(long count, NewFile file) throws IOException, RejectedException {
        for (long left = count; left > 0; ) {
            ByteBuffer bytes = tar.contents(left);
            left -= bytes.remaining();
            file.write(bytes);
        }
    }

    private static String target(TarEntry entry) throws RejectedException {
        String target = entry.target();
        if (target.isEmpty() || target.indexOf('\0') >= 0) {
            throw RejectedException.rejectedEntry("the link " + entry.name() + " has an empty or invalid target");
        }
        return target;
    }
}
