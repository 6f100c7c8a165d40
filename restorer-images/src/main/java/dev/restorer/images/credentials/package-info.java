/** Finds credentials where people and platforms put them. No text of anything here shows a secret. */
@NullMarked
package dev.restorer.images.credentials;

import org.jspecify.annotations.NullMarked;
