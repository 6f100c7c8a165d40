package dev.restorer.images.registry.http;

import dev.restorer.images.registry.address.Origin;
import java.net.URI;

/**
 * The target of a request.
 *
 * @param uri the URI
 * @param mustBePublic whether its host must have a public address
 */
public record Target(URI uri, boolean mustBePublic) {

    public Origin origin() {
        return Origin.of(uri);
    }

    /** Returns the URI without its query, which may contain a signature. */
    @Override
    public String toString() {
        return origin() + uri.getRawPath();
    }
}
