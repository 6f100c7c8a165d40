/**
 * What a platform calls, and what others implement, to restore what buildpacks knew about their layers.
 *
 * <p>A platform compiles against this module alone. The engine and the SHA stores are found at run time, or passed in.
 */
module dev.restorer.api {
    requires static org.jspecify;

    exports dev.restorer;
    exports dev.restorer.api;
    exports dev.restorer.spi;
    exports dev.restorer.testing;

    uses dev.restorer.LayerRestorer;
    uses dev.restorer.MetadataReader;
    uses dev.restorer.spi.ShaStoreProvider;
}
