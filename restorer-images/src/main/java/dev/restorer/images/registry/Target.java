package dev.restorer.images.registry;

import java.net.URI;

/**
 * What is asked for, and how far it is trusted to be where it says.
 *
 * @param uri the address
 * @param isGuarded whether its host must have a public address
 */
record Target(URI uri, boolean isGuarded) {

    Origin origin() {
        return Origin.of(uri);
    }

    /** Leaves out the query, which may hold a signature. */
    @Override
    public String toString() {
        return origin() + uri.getRawPath();
    }
}
