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
 * The proxies in the environment variables, with their meaning in Go, except SOCKS proxies. In a CGI process
 * {@code HTTP_PROXY} may come from a request, and is ignored. (Go, package golang.org/x/net/http/httpproxy)
 */
final class Proxies {

    private final @Nullable URI http;
    private final @Nullable URI https;
    private final NoProxy noProxy;

    Proxies(Map<String, String> environment) {
        boolean isCgi = environment.containsKey("REQUEST_METHOD");
        http = isCgi ? null : parse(variable(environment, "HTTP_PROXY"));
        https = parse(variable(environment, "HTTPS_PROXY"));
        noProxy = new NoProxy(variable(environment, "NO_PROXY"));
    }

    private static String variable(Map<String, String> environment, String name) {
        String upper = environment.getOrDefault(name, "");
        return upper.isEmpty() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "") : upper;
    }

    /** Parses a proxy, whose default scheme is {@code http}. Invalid text is ignored. */
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
    HttpHost of(Origin origin) throws NonRetryableException {
        URI proxy = origin.isHttps() ? https : http;
        if (proxy == null || noProxy.contains(origin.host(), origin.port())) {
            return null;
        }
        HttpHost host = host(proxy);
        if (!host.getSchemeName().equals(Origin.HTTP) && !host.getSchemeName().equals(Origin.HTTPS)) {
            throw new EnvironmentException("proxies with the scheme " + host.getSchemeName() + " are not supported");
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

    /** Returns the credentials for the proxies, which are sent only to them. */
    BasicCredentialsProvider credentials() {
        BasicCredentialsProvider credentials = new BasicCredentialsProvider();
        for (URI proxy : all()) {
            String userInfo = proxy.getRawUserInfo();
            if (userInfo != null) {
                int colon = userInfo.indexOf(':');
                String user = percentDecode(colon < 0 ? userInfo : userInfo.substring(0, colon));
                String password = colon < 0 ? "" : percentDecode(userInfo.substring(colon + 1));
                credentials.setCredentials(
                        new AuthScope(host(proxy)), new UsernamePasswordCredentials(user, password.toCharArray()));
            }
        }
        return credentials;
    }

    private static String percentDecode(String text) {
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
