/** Finds images in OCI layouts, which are directories with blobs and an index. (OCI image format, image layout) */
@NullMarked
package dev.restorer.images.layout;

import org.jspecify.annotations.NullMarked;
