/** Sources of images in registries and OCI layouts, found by ServiceLoader. */
@NullMarked
package dev.restorer.images;

import org.jspecify.annotations.NullMarked;
