/** The images of a build: how they are opened, and what is read from them. */
@NullMarked
package dev.restorer.cli.images;

import org.jspecify.annotations.NullMarked;
