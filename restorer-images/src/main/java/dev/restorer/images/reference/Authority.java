package dev.restorer.images.reference;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * The host and port of a URI. A {@link URI} has neither if its host has an underscore, which names in DNS, of buckets
 * and of containers may have.
 *
 * @param host the host, with an IPv6 address in brackets
 * @param port the port, or -1 if the URI has none
 */
public record Authority(String host, int port) {

    /** Returns the authority of a URI; empty if it has no host, or a user. */
    public static Optional<Authority> of(URI uri) {
        String text = uri.getRawAuthority();
        return text == null ? Optional.empty() : parse(text);
    }

    /**
     * Parses a host with an optional port.
     *
     * @param text the text
     * @return the host and port; empty if a URI cannot have them, or there is also a user
     */
    public static Optional<Authority> parse(String text) {
        try {
            URI uri = new URI("https://" + text.replace('_', 'x') + "/");
            String host = uri.getHost();
            return host == null || uri.getRawUserInfo() != null
                    ? Optional.empty()
                    : Optional.of(new Authority(text.substring(0, host.length()), uri.getPort()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
