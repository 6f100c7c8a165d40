package dev.restorer.images.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that the environment names, as Go reads it, but for SOCKS. In a CGI process {@code HTTP_PROXY} may come from
 * a request, and is not used. (Go, package golang.org/x/net/http/httpproxy)
 */
final class Proxies {

    private final @Nullable URI http;
    private final @Nullable URI https;
    private final NoProxy without;

    Proxies(Map<String, String> environment) {
        boolean isCgi = environment.containsKey("REQUEST_METHOD");
        http = isCgi ? null : parse(variable(environment, "HTTP_PROXY"));
        https = parse(variable(environment, "HTTPS_PROXY"));
        without = new NoProxy(variable(environment, "NO_PROXY"));
    }

    private static String variable(Map<String, String> environment, String name) {
        String upper = environment.getOrDefault(name, "");
        return upper.isEmpty() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "") : upper;
    }

    /** Without a scheme it is {@code http}. What cannot be read is no proxy. */
    private static @Nullable URI parse(String value) {
        if (value.isEmpty()) {
            return null;
        }
        try {
            URI proxy = new URI(value.contains("://") ? value : "http://" + value);
            return proxy.getHost() == null ? null : proxy;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Returns the proxy for a host, or null. */
    @Nullable
    HttpHost of(Origin origin) throws FinalException {
        URI proxy = origin.isHttps() ? https : http;
        if (proxy == null || without.isWithout(origin.host(), origin.port())) {
            return null;
        }
        HttpHost host = host(proxy);
        if (!host.getSchemeName().equals(Origin.HTTP) && !host.getSchemeName().equals(Origin.HTTPS)) {
            throw new FinalException("a proxy of the kind " + host.getSchemeName() + " is not supported");
        }
        return host;
    }

    private static HttpHost host(URI proxy) {
        return Origin.of(proxy).httpHost();
    }

    Set<String> hosts() {
        Set<String> hosts = new HashSet<>();
        for (URI proxy : all()) {
            hosts.add(Origin.of(proxy).host());
        }
        return hosts;
    }

    /** Returns what proves to the proxies who asks; for them alone. */
    BasicCredentialsProvider credentials() {
        BasicCredentialsProvider credentials = new BasicCredentialsProvider();
        for (URI proxy : all()) {
            String userInfo = proxy.getRawUserInfo();
            if (userInfo != null) {
                int colon = userInfo.indexOf(':');
                String user = decoded(colon < 0 ? userInfo : userInfo.substring(0, colon));
                String password = colon < 0 ? "" : decoded(userInfo.substring(colon + 1));
                credentials.setCredentials(
                        new AuthScope(host(proxy)), new UsernamePasswordCredentials(user, password.toCharArray()));
            }
        }
        return credentials;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private List<URI> all() {
        List<URI> all = new ArrayList<>();
        if (http != null) {
            all.add(http);
        }
        if (https != null) {
            all.add(https);
        }
        return all;
    }
}
