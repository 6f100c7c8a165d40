package dev.restorer.dist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** The tar of a layer. All entries belong to root and have the same time, so it depends on names and contents alone. */
final class LayerTar {

    private static final int EXECUTABLE = 0755;
    private static final int READABLE = 0644;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8");

    LayerTar() {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    LayerTar directory(String name) throws IOException {
        return add(new TarArchiveEntry(name + "/"), EXECUTABLE, new byte[0]);
    }

    LayerTar executable(String name, byte[] content) throws IOException {
        return add(new TarArchiveEntry(name), EXECUTABLE, content);
    }

    /** Adds a directory and all that is in it. */
    LayerTar tree(String name, Path directory) throws IOException {
        List<Path> paths;
        try (Stream<Path> walked = Files.walk(directory)) {
            paths = walked.sorted().toList();
        }
        for (Path path : paths) {
            String relative = directory.relativize(path).toString();
            add(relative.isEmpty() ? name : name + "/" + relative, path);
        }
        return this;
    }

    byte[] bytes() throws IOException {
        tar.close();
        return bytes.toByteArray();
    }

    private void add(String name, Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
            link.setLinkName(Files.readSymbolicLink(path).toString());
            add(link, EXECUTABLE, new byte[0]);
        } else if (Files.isDirectory(path)) {
            directory(name);
        } else {
            int mode = Files.isExecutable(path) ? EXECUTABLE : READABLE;
            add(new TarArchiveEntry(name), mode, Files.readAllBytes(path));
        }
    }

    private LayerTar add(TarArchiveEntry entry, int mode, byte[] content) throws IOException {
        entry.setMode(mode);
        entry.setIds(0, 0);
        entry.setModTime(0);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
        return this;
    }
}
