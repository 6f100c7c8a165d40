package dev.restorer.contents;

import dev.restorer.ContentsOptions;
import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.ShaStores;
import dev.restorer.api.Owner;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.ShaStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Restores for an owner, as an embedder does. */
record OwnedLayers(CacheDirectory files, Path layers, Owner owner) {

    RestoreReport restore(String store) {
        MetadataReader reader = MetadataReader.load();
        LayerCache cache = reader.volumeCache(files.path());
        RestoreRequest request = RestoreRequest.in(layers)
                .group(reader.readGroup(files.group()))
                .cacheMetadata(reader.readCacheMetadata(cache))
                .owner(owner)
                .build();
        try (ShaStore shaStore = ShaStores.load().openStore(store, layers, owner)) {
            return LayerRestorer.load()
                    .restore(request, shaStore, ContentsOptions.from(cache).build());
        }
    }

    static Owner ownerOf(Path path) throws IOException {
        return new Owner((Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS), (Integer)
                Files.getAttribute(path, "unix:gid", LinkOption.NOFOLLOW_LINKS));
    }
}
