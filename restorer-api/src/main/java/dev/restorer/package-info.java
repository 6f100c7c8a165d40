/**
 * The entry points: {@link dev.restorer.MetadataReader} reads metadata, {@link dev.restorer.ShaStores} opens a SHA
 * store, {@link dev.restorer.LayerRestorer} plans and restores.
 */
@NullMarked
package dev.restorer;

import org.jspecify.annotations.NullMarked;
