package dev.restorer.core.contents;

import dev.restorer.files.HiddenDirectory;

/**
 * Contents that were extracted completely and verified, in a hidden directory next to their place.
 *
 * @param directory the directory that holds them
 * @param bytes the total size of its regular files
 * @param entries the number of files, directories and links
 */
public record ExtractedContents(HiddenDirectory directory, long bytes, long entries) {}
