/** A SHA store in the memory of this JVM, for builds that restore metadata and contents in one process. */
@NullMarked
package dev.restorer.shastore.memory;

import org.jspecify.annotations.NullMarked;
