/** Who this process is, and who its files are to belong to. */
@NullMarked
package dev.restorer.cli.owner;

import org.jspecify.annotations.NullMarked;
