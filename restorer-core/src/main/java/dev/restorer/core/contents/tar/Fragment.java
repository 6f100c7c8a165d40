package dev.restorer.core.contents.tar;

/**
 * A part of a sparse file whose bytes are in the tar. Zeros lie between two fragments.
 *
 * @param offset the index of its first byte in the file
 * @param length the number of its bytes, at least one
 */
public record Fragment(long offset, long length) {}
