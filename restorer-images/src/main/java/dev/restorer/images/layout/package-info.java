/** Images in OCI layouts: directories of blobs and an index. (OCI image format, image layout) */
@NullMarked
package dev.restorer.images.layout;

import org.jspecify.annotations.NullMarked;
