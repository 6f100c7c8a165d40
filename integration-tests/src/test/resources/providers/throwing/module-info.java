module example.throwing {
    requires dev.restorer.api;

    provides dev.restorer.spi.ShaStoreProvider with
            example.throwing.Provider;
}
