/**
 * The API of the restorer, which platforms call to restore the metadata and contents of layers, and the interfaces that
 * others implement.
 *
 * <p>A platform compiles against this module only. The engine and the SHA stores are found at run time, or passed in.
 */
@SuppressWarnings("module") // the modules that a package is exported to are built later
module dev.restorer.api {
    requires static org.jspecify;

    exports dev.restorer;
    exports dev.restorer.api;
    exports dev.restorer.formats to
            dev.restorer.core,
            dev.restorer.images;
    exports dev.restorer.spi;
    exports dev.restorer.testing;
    exports dev.restorer.vendors to
            dev.restorer.core,
            dev.restorer.images,
            dev.restorer.shastore.redis;

    uses dev.restorer.BaseImageRecorder;
    uses dev.restorer.LayerRestorer;
    uses dev.restorer.MetadataReader;
    uses dev.restorer.ReportFormat;
    uses dev.restorer.spi.ImageSourceProvider;
    uses dev.restorer.spi.ShaStoreProvider;
}
