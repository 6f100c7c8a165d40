/** What others implement: SHA stores and layer caches. */
@NullMarked
package dev.restorer.spi;

import org.jspecify.annotations.NullMarked;
