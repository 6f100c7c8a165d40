/**
 * The interfaces that others implement. For a SHA store, start with {@link dev.restorer.spi.ShaStoreProvider} and
 * {@link dev.restorer.spi.ShaStore}; for a cache of layers with {@link dev.restorer.spi.LayerCache}. The artifact
 * {@code sha-store-tck} tests both. For the progress of a restore there are {@link dev.restorer.spi.ContentsListener}
 * and {@link dev.restorer.spi.RestoreListener}, for credentials of registries
 * {@link dev.restorer.spi.ImageCredentials}. Images are read through {@link dev.restorer.spi.ImageSource}, and
 * {@link dev.restorer.spi.ImageLayerCache} makes a cache of one.
 *
 * <p>Implementations are called by several threads at once. A parameter or a result may be null only where it is
 * {@code @Nullable}. Each interface says which exceptions its methods throw.
 */
@NullMarked
package dev.restorer.spi;

import org.jspecify.annotations.NullMarked;
