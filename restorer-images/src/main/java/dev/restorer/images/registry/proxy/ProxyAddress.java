package dev.restorer.images.registry.proxy;

import dev.restorer.images.registry.address.Origin;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * The address of a proxy, in the form {@code [SCHEME://][USER[:PASSWORD]@]HOST[:PORT]}. Unlike that of a URI, the host
 * may have an underscore, as names of containers do.
 *
 * @param host the host, with the scheme and the port
 * @param credentials the credentials for the proxy, or null
 */
record ProxyAddress(HttpHost host, @Nullable UsernamePasswordCredentials credentials) {

    private static final Pattern FORM = Pattern.compile("(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?"
            + "(?:(?<user>[^/?#\\s]*)@)?"
            + "(?<host>\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)"
            + "(?::(?<port>[0-9]{0,5}))?(?:/?|(?:/(?!/)|[?#]).*)");
    private static final int MAX_PORT = 65_535;

    /** Parses an address, whose default scheme is {@code http}. Returns null if the text is not one. */
    static @Nullable ProxyAddress parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        String scheme = matcher.group("scheme");
        String port = matcher.group("port");
        int number = port == null || port.isEmpty() ? -1 : Integer.parseInt(port);
        if (number > MAX_PORT) {
            return null;
        }
        Origin origin = Origin.of(
                scheme == null ? Origin.HTTP : scheme.toLowerCase(Locale.ROOT), matcher.group("host"), number);
        try {
            return new ProxyAddress(origin.httpHost(), credentials(matcher.group("user")));
        } catch (IllegalArgumentException e) {
            return null; // the user or password has an invalid percent-encoding
        }
    }

    private static @Nullable UsernamePasswordCredentials credentials(@Nullable String userInfo) {
        if (userInfo == null) {
            return null;
        }
        int colon = userInfo.indexOf(':');
        String user = percentDecode(colon < 0 ? userInfo : userInfo.substring(0, colon));
        String password = colon < 0 ? "" : percentDecode(userInfo.substring(colon + 1));
        return new UsernamePasswordCredentials(user, password.toCharArray());
    }

    private static String percentDecode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    boolean isHttp() {
        return host.getSchemeName().equals(Origin.HTTP) || host.getSchemeName().equals(Origin.HTTPS);
    }

    /** Returns the address without credentials. */
    @Override
    public String toString() {
        return host.toString();
    }
}
