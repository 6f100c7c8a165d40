/**
 * The front door: {@link dev.restorer.MetadataReader} reads what is known, {@link dev.restorer.ShaStores} opens a
 * SHA store, {@link dev.restorer.LayerRestorer} plans and restores.
 */
@NullMarked
package dev.restorer;

import org.jspecify.annotations.NullMarked;
