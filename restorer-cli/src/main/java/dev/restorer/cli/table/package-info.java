/** Shows a plan to a person, as a table. */
@NullMarked
package dev.restorer.cli.table;

import org.jspecify.annotations.NullMarked;
