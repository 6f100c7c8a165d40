package dev.restorer.images.reference;

import dev.restorer.spi.ImageReferenceException;
import org.jspecify.annotations.Nullable;

/**
 * The reference of an image in a registry. If there are both a tag and a digest, the digest is used.
 *
 * @param registry the host and the optional port; for Docker Hub {@code index.docker.io}
 * @param repository the repository, such as {@code library/ubuntu}
 * @param tag the tag, or null if there is only a digest
 * @param digest the digest, or null
 */
public record RegistryReference(
        String registry,
        String repository,
        @Nullable String tag,
        @Nullable Digest digest) implements Reference {

    /** The name of Docker Hub. */
    public static final String DOCKER_HUB = "index.docker.io";

    /**
     * Tells whether a text is a registry: a host, and optionally a port.
     *
     * @param text any text
     * @return whether it is
     */
    public static boolean isRegistry(String text) {
        Scanner scanner = new Scanner(text, "");
        try {
            String unused = new HostParser(scanner).parse();
            return scanner.atEnd();
        } catch (ImageReferenceException e) {
            return false;
        }
    }

    /**
     * Returns the tag or digest to request from the registry.
     *
     * @return the digest if there is one, otherwise the tag
     */
    public String tagOrDigest() {
        return digest != null ? digest.toString() : String.valueOf(tag);
    }

    @Override
    public String withoutTagOrDigest() {
        return registry + "/" + repository;
    }

    @Override
    public String toString() {
        return withoutTagOrDigest() + (tag == null ? "" : ":" + tag) + (digest == null ? "" : "@" + digest);
    }
}
