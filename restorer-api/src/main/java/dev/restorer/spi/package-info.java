/** The interfaces that others implement: SHA stores, layer caches and listeners. */
@NullMarked
package dev.restorer.spi;

import org.jspecify.annotations.NullMarked;
