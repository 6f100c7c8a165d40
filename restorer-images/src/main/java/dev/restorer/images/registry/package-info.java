/** Images in registries, over HTTP. Nothing outside knows with which library. (OCI distribution specification) */
@NullMarked
package dev.restorer.images.registry;

import org.jspecify.annotations.NullMarked;
