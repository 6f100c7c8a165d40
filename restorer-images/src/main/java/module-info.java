/** Images in registries and OCI layouts, for builds whose cache and previous image are kept there. */
module dev.restorer.images {
    requires dev.restorer.api;
    requires tools.jackson.core;
    requires static org.jspecify;
}
