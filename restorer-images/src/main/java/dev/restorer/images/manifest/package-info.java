/** What a manifest, an index and a config say, wherever they come from. Reaches no file and no network. */
@NullMarked
package dev.restorer.images.manifest;

import org.jspecify.annotations.NullMarked;
