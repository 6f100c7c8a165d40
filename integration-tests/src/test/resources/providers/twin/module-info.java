module example.twin {
    requires dev.restorer.api;

    provides dev.restorer.spi.ShaStoreProvider with
            example.twin.Provider;
}
