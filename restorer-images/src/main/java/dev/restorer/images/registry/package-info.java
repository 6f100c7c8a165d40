/**
 * Finds images in registries, over HTTP. Only this package and those below it use HttpClient. (OCI distribution
 * specification)
 */
@NullMarked
package dev.restorer.images.registry;

import org.jspecify.annotations.NullMarked;
