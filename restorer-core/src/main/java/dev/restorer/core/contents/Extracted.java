package dev.restorer.core.contents;

import dev.restorer.files.HiddenDirectory;

/**
 * Contents that are whole and right, beside their place.
 *
 * @param directory the directory that holds them
 * @param bytes how many bytes its regular files have
 * @param entries how many files, directories and links it has
 */
public record Extracted(HiddenDirectory directory, long bytes, long entries) {}
