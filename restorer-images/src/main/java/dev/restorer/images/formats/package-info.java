/** How JSON is read: as a stream, strictly, and no more than a limit. Nothing outside knows with which library. */
@NullMarked
package dev.restorer.images.formats;

import org.jspecify.annotations.NullMarked;
