package dev.restorer.core.contents;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Puts the entries of a tar into a tree, and refuses those that no layer may have. */
final class TarUnpacking {

    private static final int BUFFER = 1 << 16;

    private static final Set<Byte> ORDINARY = Set.of(
            TarConstants.LF_OLDNORM,
            TarConstants.LF_NORMAL,
            TarConstants.LF_CONTIG,
            TarConstants.LF_LINK,
            TarConstants.LF_SYMLINK,
            TarConstants.LF_DIR);

    private final TarHeaders tar;
    private final LayerRoot root;
    private final LayerTree tree;
    private final Budget budget;
    private final int mostNameBytes;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteBuffer written = ByteBuffer.wrap(buffer);

    TarUnpacking(TarHeaders tar, LayerRoot root, LayerTree tree, Budget budget, int mostNameBytes) {
        this.tar = tar;
        this.root = root;
        this.tree = tree;
        this.budget = budget;
        this.mostNameBytes = mostNameBytes;
    }

    void unpack() throws IOException, CondemnedException {
        for (TarArchiveEntry entry = tar.next(); entry != null; entry = tar.next()) {
            List<String> parts = root.below(entry.getName(), !isSpecial(entry) && isFolder(entry));
            budget.entry();
            if (parts != null) {
                put(entry, parts);
            }
        }
    }

    private void put(TarArchiveEntry entry, List<String> parts) throws IOException, CondemnedException {
        if (entry.isSymbolicLink()) {
            tree.symbolicLink(parts, target(entry));
        } else if (entry.isLink()) {
            tree.hardLink(parts, hardLinkTarget(entry));
        } else if (isSpecial(entry)) {
            throw new CondemnedException(
                    "the entry " + entry.getName() + " is a device, a pipe or of another kind that no layer has");
        } else if (isFolder(entry)) {
            tree.folder(parts, entry.getMode());
        } else {
            file(entry, parts);
        }
    }

    /** Sparse files are refused too: no exporter writes one, and a small tar could fill a disk with them. */
    private static boolean isSpecial(TarArchiveEntry entry) {
        return entry.isSparse() || !ORDINARY.contains(entry.getLinkFlag());
    }

    /** Old tars have folders as files whose name ends in a slash. */
    private static boolean isFolder(TarArchiveEntry entry) {
        return !entry.isSymbolicLink() && !entry.isLink() && entry.isDirectory();
    }

    private void file(TarArchiveEntry entry, List<String> parts) throws IOException, CondemnedException {
        budget.file(entry.getSize());
        try (NewFile file = tree.file(parts, entry.getMode())) {
            for (int read = tar.read(buffer); read >= 0; read = tar.read(buffer)) {
                file.write(written.clear().limit(read));
            }
            file.finish();
        }
    }

    private List<String> hardLinkTarget(TarArchiveEntry entry) throws CondemnedException {
        List<String> target = root.below(target(entry), false);
        if (target == null) {
            throw new CondemnedException("the hard link " + entry.getName() + " leads out of the layer");
        }
        return target;
    }

    private String target(TarArchiveEntry entry) throws CondemnedException {
        String target = entry.getLinkName();
        if (target.length() > mostNameBytes || target.getBytes(StandardCharsets.UTF_8).length > mostNameBytes) {
            throw new CondemnedException("the target of a link has more than " + mostNameBytes + " bytes");
        }
        LayerRoot.requireUtf8(target);
        if (target.isEmpty() || target.indexOf('\0') >= 0) {
            throw new CondemnedException("the link " + entry.getName() + " has no target that can be");
        }
        return target;
    }
}
