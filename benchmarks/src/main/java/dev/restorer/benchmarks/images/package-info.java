/** The restore of cache images in registries, compared with skopeo, gzip and tar. */
@NullMarked
package dev.restorer.benchmarks.images;

import org.jspecify.annotations.NullMarked;
