/** Shows a person how far a restore is, and lets one end it. */
@NullMarked
package dev.restorer.cli.progress;

import org.jspecify.annotations.NullMarked;
