package dev.restorer.images.credentials;

import dev.restorer.spi.ImageCredential;
import dev.restorer.spi.ImageReadException;
import org.jspecify.annotations.Nullable;

/**
 * The result of a lookup.
 *
 * @param credential the credential, or null if there is none
 * @param failure why it is not known whether there is one, or null if it is known
 */
public record FoundCredential(
        @Nullable ImageCredential credential, @Nullable ImageReadException failure) {}
