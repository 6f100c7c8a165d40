package com.example.image;

import dev.restorer.ContentsOptions;
import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.ReportFormat;
import dev.restorer.ShaStores;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.ShaStore;
import java.nio.file.Path;

/** Restores one build from a cache directory and prints the report. */
public final class Main {

    private Main() {}

    /**
     * Restores.
     *
     * @param args the layers directory, {@code group.toml}, the label of the previous image, and the cache directory
     */
    public static void main(String[] args) {
        if (args.length != 4) {
            System.err.println("Give the layers directory, group.toml, the label of the previous image, and the cache directory");
            System.exit(2);
        }
        Path layers = Path.of(args[0]);
        MetadataReader reader = MetadataReader.load();
        LayerCache cache = reader.volumeCache(Path.of(args[3]));
        RestoreRequest request = RestoreRequest.in(layers)
                .group(reader.readGroup(Path.of(args[1])))
                .appMetadata(reader.appMetadataOrEmpty(() -> reader.readLabel(Path.of(args[2]))))
                .cacheMetadata(reader.readCacheMetadata(cache))
                .build();
        try (ShaStore store = ShaStores.open("memory:", layers)) {
            RestoreReport report = LayerRestorer.load()
                    .restore(request, store, ContentsOptions.from(cache).build());
            System.out.println(ReportFormat.load().toJson(report));
        }
    }
}
