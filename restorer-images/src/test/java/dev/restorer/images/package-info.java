/** Images and layouts that several tests use. */
@NullMarked
package dev.restorer.images;

import org.jspecify.annotations.NullMarked;
