/** Finds images in registries, over HTTP. Only this package uses HttpClient. (OCI distribution specification) */
@NullMarked
package dev.restorer.images.registry;

import org.jspecify.annotations.NullMarked;
