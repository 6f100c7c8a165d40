package dev.restorer.benchmarks.images;

import dev.restorer.benchmarks.data.ContentsSet;
import dev.restorer.fixtures.OciLayout;
import dev.restorer.spi.ImageLayerCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A cache image in an OCI layout, whose layers are the contents of a cache volume, compressed with gzip. */
final class CacheImage {

    /** The tag of the image. */
    static final String TAG = "cache";

    private CacheImage() {}

    /**
     * Writes an image.
     *
     * @param contents the contents of its layers
     * @param directory a directory that does not exist yet
     */
    static void write(ContentsSet contents, Path directory) throws IOException {
        OciLayout layout = new OciLayout(directory);
        Path volume = directory.resolve("volume");
        contents.write(volume);
        Path committed = volume.resolve("committed");
        for (Path tar : tars(committed)) {
            layout.gzip(Files.readAllBytes(tar));
            Files.delete(tar);
        }
        String label = ImageLayerCache.METADATA_LABEL;
        layout.label(label, Files.readString(committed.resolve(label))).write(TAG);
    }

    private static List<Path> tars(Path committed) throws IOException {
        try (Stream<Path> files = Files.list(committed)) {
            return files.filter(file -> file.toString().endsWith(".tar"))
                    .sorted()
                    .toList();
        }
    }
}
