/** The contract of a layer cache, for developers of caches. {@link LayerCacheContract} is the class to extend. */
@NullMarked
package dev.restorer.layercache.tck;

import org.jspecify.annotations.NullMarked;
