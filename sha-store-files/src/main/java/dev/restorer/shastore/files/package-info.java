/** A SHA store in files, {@code <directory>/<buildpack>/<layer>.sha}, as the lifecycle reads and writes them. */
@NullMarked
package dev.restorer.shastore.files;

import org.jspecify.annotations.NullMarked;
