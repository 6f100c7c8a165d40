package dev.restorer.core.contents;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tar entry by entry. A header says itself how long it is, and is kept in memory; this bounds how much of the tar
 * may be read for one.
 */
final class TarHeaders implements AutoCloseable {

    /** Of the headers of one entry: a name, a link's target, and the attributes that are passed over. */
    private static final int MOST_HEADER_BYTES = 1 << 20;

    private final Bounded bounded;
    private final TarArchiveInputStream tar;

    TarHeaders(InputStream uncompressed) {
        bounded = new Bounded(uncompressed);
        tar = new TarArchiveInputStream(bounded, "UTF-8");
    }

    /**
     * Goes on to the next entry. The contents of the one before must have been read.
     *
     * @return the entry, or null at the end
     * @throws IOException if the tar cannot be read, or is none
     */
    @Nullable
    TarArchiveEntry next() throws IOException {
        bounded.left = MOST_HEADER_BYTES;
        try {
            return requireFewAttributes(tar.getNextEntry());
        } catch (RuntimeException e) {
            throw new IOException("it is no tar: " + e.getMessage(), e);
        } catch (StackOverflowError e) {
            throw new IOException("too many headers come before one entry", e);
        } finally {
            bounded.left = Long.MAX_VALUE;
        }
    }

    /** What a header says of all entries after it is kept, and added to by every other one of that kind. */
    private static @Nullable TarArchiveEntry requireFewAttributes(@Nullable TarArchiveEntry entry) throws IOException {
        if (entry != null && (attributeLength(entry) > MOST_HEADER_BYTES || hasHoles(entry))) {
            throw new IOException("the headers say too much of the entry " + entry.getName());
        }
        return entry;
    }

    private static long attributeLength(TarArchiveEntry entry) {
        return entry.getExtraPaxHeaders().entrySet().stream()
                .mapToLong(attribute ->
                        attribute.getKey().length() + attribute.getValue().length())
                .sum();
    }

    private static boolean hasHoles(TarArchiveEntry entry) {
        return entry.getSparseHeaders() != null && !entry.getSparseHeaders().isEmpty();
    }

    int read(byte[] into) throws IOException {
        return tar.read(into, 0, into.length);
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    /** What is skipped is read too, since it belongs to the digest. */
    private static final class Bounded extends ReadStream {

        private long left = Long.MAX_VALUE;

        private Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = in.read(into, offset, length);
            left -= Math.max(read, 0);
            if (left < 0) {
                throw new IOException("the headers of an entry have more than " + MOST_HEADER_BYTES + " bytes");
            }
            return read;
        }
    }
}
