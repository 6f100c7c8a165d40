/** A SHA store in files next to the layers, as the lifecycle reads and writes them. */
module dev.restorer.shastore.files {
    requires dev.restorer.api;
    requires dev.restorer.files;
    requires static org.jspecify;

    provides dev.restorer.spi.ShaStoreProvider with
            dev.restorer.shastore.files.FilesShaStoreProvider;
}
