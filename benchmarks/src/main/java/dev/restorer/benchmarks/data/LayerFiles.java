package dev.restorer.benchmarks.data;

import java.io.IOException;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * The files of a layer, all of one size, a hundred in a directory.
 *
 * @param files the number of files
 * @param fileBytes the size of a file, in bytes
 * @param content what is in them
 */
public record LayerFiles(int files, int fileBytes, Content content) {

    private static final int FILES_A_DIRECTORY = 100;
    private static final int BLOCK_BYTES = 1 << 20;

    /**
     * Creates a set of files of random bytes.
     *
     * @param files the number of files
     * @param fileBytes the size of a file, in bytes
     */
    public LayerFiles(int files, int fileBytes) {
        this(files, fileBytes, Content.RANDOM);
    }

    /**
     * Returns the size of all files.
     *
     * @return the size in bytes
     */
    public long bytes() {
        return (long) files * fileBytes;
    }

    /**
     * Writes the directory of the layer and what is in it.
     *
     * @param tar where entries are added
     * @param root the path of the layer's directory, which ends with a slash
     * @param seed chooses the content
     * @throws IOException if they cannot be written
     */
    void write(TarArchiveOutputStream tar, String root, long seed) throws IOException {
        Random random = new Random(seed);
        byte[] block = new byte[Math.min(fileBytes, BLOCK_BYTES)];
        directory(tar, root);
        for (int file = 0; file < files; file++) {
            String directory = root + "directory-" + file / FILES_A_DIRECTORY + "/";
            if (file % FILES_A_DIRECTORY == 0) {
                directory(tar, directory);
            }
            TarArchiveEntry entry = new TarArchiveEntry(directory + "file-" + file, TarConstants.LF_NORMAL, true);
            entry.setMode(0644);
            entry.setSize(fileBytes);
            tar.putArchiveEntry(entry);
            for (int left = fileBytes; left > 0; left -= block.length) {
                content.fill(block, random);
                tar.write(block, 0, Math.min(left, block.length));
            }
            tar.closeArchiveEntry();
        }
    }

    private static void directory(TarArchiveOutputStream tar, String name) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_DIR, true);
        entry.setMode(0755);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }
}
