package dev.restorer.core.contents;

import dev.restorer.files.HiddenFolder;

/**
 * Contents that are whole and right, beside their place.
 *
 * @param folder the folder that holds them
 * @param bytes how many bytes its regular files have
 * @param entries how many files, folders and links it has
 */
public record Extracted(HiddenFolder folder, long bytes, long entries) {}
