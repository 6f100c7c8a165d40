/** Parses references of images. Uses neither files nor the network. */
@NullMarked
package dev.restorer.images.reference;

import org.jspecify.annotations.NullMarked;
