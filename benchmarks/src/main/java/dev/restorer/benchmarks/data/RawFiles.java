package dev.restorer.benchmarks.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a restore, which are written again with plain channels: the floor, which is the minimum time of a
 * restore on one thread.
 */
public final class RawFiles {

    private final List<Path> directories = new ArrayList<>();
    private final List<Path> names = new ArrayList<>();
    private final List<byte[]> contents = new ArrayList<>();

    /**
     * Reads the files of a restore.
     *
     * @param restored the layers directory
     * @throws IOException if it cannot be read
     */
    public RawFiles(Path restored) throws IOException {
        try (Stream<Path> paths = Files.walk(restored)) {
            for (Path path : paths.toList()) {
                Path relative = restored.relativize(path);
                if (Files.isDirectory(path)) {
                    directories.add(relative);
                } else {
                    names.add(relative);
                    contents.add(Files.readAllBytes(path));
                }
            }
        }
    }

    /**
     * Writes the files.
     *
     * @param directory a directory that does not exist yet
     * @return how many files were written
     * @throws IOException if they cannot be written
     */
    public int write(Path directory) throws IOException {
        for (Path subdirectory : directories) {
            Files.createDirectories(directory.resolve(subdirectory));
        }
        for (int i = 0; i < names.size(); i++) {
            try (FileChannel channel = FileChannel.open(
                    directory.resolve(names.get(i)), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer content = ByteBuffer.wrap(contents.get(i));
                while (content.hasRemaining()) {
                    channel.write(content);
                }
            }
        }
        return names.size();
    }
}
