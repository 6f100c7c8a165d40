/** A SHA store in the memory of this JVM. */
module dev.restorer.shastore.memory {
    requires dev.restorer.api;
    requires static org.jspecify;

    provides dev.restorer.spi.ShaStoreProvider with
            dev.restorer.shastore.memory.MemoryShaStoreProvider;
}
