/** Writes the directories, files and links of a layer, and follows none of its links. */
@NullMarked
package dev.restorer.core.contents.tree;

import org.jspecify.annotations.NullMarked;
