package dev.restorer.contents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** The tar of a layer that is being written, with the absolute paths that an exporter gives its entries. */
public record Layer(TarArchiveOutputStream tar, String root) {

    public Layer directory(String name, int mode) throws IOException {
        TarArchiveEntry entry = entry(name, TarConstants.LF_DIR, mode);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
        return this;
    }

    public Layer file(String name, int mode, String content) throws IOException {
        return file(name, mode, content.getBytes(UTF_8), 1);
    }

    /** Adds a file that has the same bytes a number of times. */
    public Layer file(String name, int mode, byte[] bytes, int times) throws IOException {
        TarArchiveEntry entry = entry(name, TarConstants.LF_NORMAL, mode);
        entry.setSize((long) bytes.length * times);
        tar.putArchiveEntry(entry);
        for (int i = 0; i < times; i++) {
            tar.write(bytes);
        }
        tar.closeArchiveEntry();
        return this;
    }

    public Layer symbolicLink(String name, String target) throws IOException {
        TarArchiveEntry entry = entry(name, TarConstants.LF_SYMLINK, 0777);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
        return this;
    }

    private TarArchiveEntry entry(String name, byte type, int mode) {
        TarArchiveEntry entry = new TarArchiveEntry(name.isEmpty() ? root : root + "/" + name, type, true);
        entry.setMode(mode);
        return entry;
    }
}
