package com.example.boot;

import dev.restorer.ContentsOptions;
import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.ReportFormat;
import dev.restorer.ShaStores;
import dev.restorer.api.RestoreRequest;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.ShaStore;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Restores a build. */
@Component
public class RestoreTask {

    private final LayerRestorer restorer;
    private final MetadataReader reader;
    private final ReportFormat reports;

    RestoreTask(LayerRestorer restorer, MetadataReader reader, ReportFormat reports) {
        this.restorer = restorer;
        this.reader = reader;
        this.reports = reports;
    }

    /**
     * Restores a build.
     *
     * @param layers its layers directory
     * @param group its {@code group.toml}
     * @param label the label of the previous image
     * @param cacheDirectory the directory of its cache
     * @return the report as JSON
     */
    public String restore(Path layers, Path group, Path label, Path cacheDirectory) {
        LayerCache cache = reader.volumeCache(cacheDirectory);
        RestoreRequest request = RestoreRequest.in(layers)
                .group(reader.readGroup(group))
                .appMetadata(reader.appMetadataOrEmpty(() -> reader.readLabel(label)))
                .cacheMetadata(reader.readCacheMetadata(cache))
                .platformApi("0.13")
                .build();
        try (ShaStore store = ShaStores.open("memory:", layers)) {
            return reports.toJson(restorer.restore(
                    request, store, ContentsOptions.from(cache).build()));
        }
    }
}
