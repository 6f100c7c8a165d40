/** Images in registries and OCI layouts, for builds whose cache and previous image are kept there. */
module dev.restorer.images {
    requires dev.restorer.api;
    requires org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires org.slf4j;
    requires tools.jackson.core;
    requires static org.jspecify;

    // Dependencies of HttpClient, which is an automatic module and cannot require them itself.
    requires java.security.jgss;
    requires jdk.net;
    requires org.apache.httpcomponents.core5.httpcore5.h2;

    provides dev.restorer.spi.ImageSourceProvider with
            dev.restorer.images.StoredImagesProvider;
}
