package dev.restorer.images.reference;

import org.jspecify.annotations.Nullable;

/**
 * An image in a registry. Where there are both a tag and a digest, the digest counts.
 *
 * @param registry the host, and the port if one is written; of Docker Hub {@code index.docker.io}
 * @param repository the repository, such as {@code library/ubuntu}
 * @param tag the tag, or null if there is a digest alone
 * @param digest the digest, or null
 */
public record RegistryReference(
        String registry,
        String repository,
        @Nullable String tag,
        @Nullable Digest digest) implements Reference {

    /** What Docker Hub is called. */
    public static final String DOCKER_HUB = "index.docker.io";

    /**
     * Returns what the registry is asked for.
     *
     * @return the digest if there is one, or else the tag
     */
    public String wanted() {
        return digest != null ? digest.toString() : String.valueOf(tag);
    }

    @Override
    public String toString() {
        return registry + "/" + repository + (tag == null ? "" : ":" + tag) + (digest == null ? "" : "@" + digest);
    }
}
