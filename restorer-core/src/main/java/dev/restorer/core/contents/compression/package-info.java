/** Decompresses gzip and zstd. Only this package uses zstd-jni. */
@NullMarked
package dev.restorer.core.contents.compression;

import org.jspecify.annotations.NullMarked;
