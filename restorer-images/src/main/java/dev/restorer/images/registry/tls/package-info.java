/** Which certificates are trusted. */
@NullMarked
package dev.restorer.images.registry.tls;

import org.jspecify.annotations.NullMarked;
