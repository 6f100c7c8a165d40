package dev.restorer.images.registry.proxy;

import dev.restorer.images.registry.address.Origin;
import dev.restorer.images.registry.failure.EnvironmentException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * The proxies in the environment variables, with their meaning in Go, except SOCKS proxies. In a CGI process
 * {@code HTTP_PROXY} may come from a request, and is ignored. (Go, package golang.org/x/net/http/httpproxy)
 */
public final class Proxies {

    private final @Nullable Variable http;
    private final @Nullable Variable https;
    private final NoProxy noProxy;

    /**
     * A variable that is set.
     *
     * @param name its name
     * @param address its value, or null if that is not the address of a proxy
     */
    private record Variable(String name, @Nullable ProxyAddress address) {

        static @Nullable Variable of(Map<String, String> environment, String name) {
            String set = nameIn(environment, name);
            String value = environment.getOrDefault(set, "");
            return value.isEmpty() ? null : new Variable(set, ProxyAddress.parse(value));
        }

        static String nameIn(Map<String, String> environment, String name) {
            return environment.getOrDefault(name, "").isEmpty() ? name.toLowerCase(Locale.ROOT) : name;
        }

        /**
         * Returns the address. The message of an exception has no part of an invalid value, which may be a password.
         */
        ProxyAddress required() throws EnvironmentException {
            if (address == null) {
                throw new EnvironmentException(
                        name + " is not the address of a proxy, such as http://proxy.example:3128");
            }
            if (!address.isHttp()) {
                throw new EnvironmentException("the scheme of the proxy in " + name + ", "
                        + address.host().getSchemeName() + ", is not supported: it must be http or https");
            }
            return address;
        }
    }

    public Proxies(Map<String, String> environment) {
        boolean isCgi = environment.containsKey("REQUEST_METHOD");
        http = isCgi ? null : Variable.of(environment, "HTTP_PROXY");
        https = Variable.of(environment, "HTTPS_PROXY");
        noProxy = new NoProxy(environment.getOrDefault(Variable.nameIn(environment, "NO_PROXY"), ""));
    }

    /**
     * Returns the proxy for a host, or null.
     *
     * @throws EnvironmentException if the variable that names the proxy has a value that cannot be used
     */
    @Nullable
    public HttpHost of(Origin origin) throws EnvironmentException {
        Variable proxy = origin.isHttps() ? https : http;
        return proxy == null || noProxy.contains(origin.host(), origin.port())
                ? null
                : proxy.required().host();
    }

    /**
     * Returns the hosts of the proxies: IPv6 addresses with and without brackets, names with and without a dot at the
     * end.
     */
    public Set<String> hosts() {
        Set<String> hosts = new HashSet<>();
        addresses().forEach(proxy -> {
            hosts.add(proxy.host().getHostName().toLowerCase(Locale.ROOT));
            hosts.add(Origin.of(proxy.host()).host());
            hosts.add(Origin.of(proxy.host()).hostWithoutDot());
        });
        return hosts;
    }

    /** Returns the credentials for the proxies, which are sent only to them. */
    public BasicCredentialsProvider credentials() {
        BasicCredentialsProvider credentials = new BasicCredentialsProvider();
        addresses()
                .filter(proxy -> proxy.credentials() != null)
                .forEach(proxy -> credentials.setCredentials(new AuthScope(proxy.host()), proxy.credentials()));
        return credentials;
    }

    private Stream<ProxyAddress> addresses() {
        return Stream.of(http, https)
                .filter(Objects::nonNull)
                .map(Variable::address)
                .filter(Objects::nonNull);
    }
}
