/**
 * The entry points. A restore takes these steps:
 *
 * <ol>
 *   <li>{@link dev.restorer.MetadataReader#load} finds the reader, which reads the group, the label of the previous
 *       image and the metadata of the cache.
 *   <li>{@link dev.restorer.api.RestoreRequest#in} begins the request with what was read.
 *   <li>{@link dev.restorer.ShaStores#open} opens a SHA store.
 *   <li>{@link dev.restorer.LayerRestorer#load} finds the engine, which plans or restores. Contents come from the cache
 *       in {@link dev.restorer.ContentsOptions}.
 * </ol>
 *
 * <p>{@link dev.restorer.ImageSources} opens images as a cache and as the previous image, and
 * {@link dev.restorer.BaseImageRecorder} records base images for image extensions. {@link dev.restorer.ReportFormat}
 * converts reports to JSON and back.
 *
 * <p>What is found, is found with the context class loader of the thread if that finds this API, otherwise with the
 * class loader of this API.
 *
 * <p>Types are safe for use by many threads at once, except builders, and except where a type says otherwise. A
 * parameter or a result may be null only where it is {@code @Nullable}; for other null arguments a
 * {@link NullPointerException} is thrown. Every failure of a restore is a {@link dev.restorer.api.RestorerException},
 * except an exception of a {@link dev.restorer.spi.ContentsListener}, which is passed on.
 */
@NullMarked
package dev.restorer;

import org.jspecify.annotations.NullMarked;
