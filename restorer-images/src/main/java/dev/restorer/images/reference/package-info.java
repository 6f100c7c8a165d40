/** What images are called: parses references, and reaches no file and no network. */
@NullMarked
package dev.restorer.images.reference;

import org.jspecify.annotations.NullMarked;
