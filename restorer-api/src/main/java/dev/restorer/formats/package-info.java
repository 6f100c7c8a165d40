/** What the readers of this project's modules do as Go's decoders, which the lifecycle uses. Not for other modules. */
@NullMarked
package dev.restorer.formats;

import org.jspecify.annotations.NullMarked;
