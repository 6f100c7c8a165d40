/** A sample that shows a restore without any input. */
@NullMarked
package dev.restorer.cli.demo;

import org.jspecify.annotations.NullMarked;
