package dev.restorer.images.registry.http;

import dev.restorer.images.registry.address.InsecureRegistries;
import dev.restorer.images.registry.address.PublicAddresses;
import dev.restorer.images.registry.proxy.Proxies;
import dev.restorer.images.registry.tls.Trust;
import dev.restorer.spi.ImageSourceConfiguration;
import java.io.IOException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.RouteInfo;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.io.CloseMode;

/**
 * The two HTTP clients of a source, each with its own connections: one for hosts that the user names, and one for hosts
 * that a public registry names.
 */
public final class HttpClients implements AutoCloseable {

    private final CloseableHttpClient trusted;
    private final CloseableHttpClient publicOnly;

    public HttpClients(
            ImageSourceConfiguration configuration,
            InsecureRegistries insecure,
            Proxies proxies,
            Trust trust,
            DnsResolver pinned,
            DnsResolver system) {
        HttpClientFactory factory = new HttpClientFactory(configuration, insecure, proxies, trust);
        trusted = factory.client(pinned);
        publicOnly = factory.client(new PublicAddresses(system, proxies.hosts()));
    }

    /**
     * Sends a request.
     *
     * @throws ProxyRefusalException if a proxy replies instead of the server
     */
    ClassicHttpResponse execute(Target target, HttpHost host, HttpUriRequestBase request) throws IOException {
        HttpClientContext context = HttpClientContext.create();
        CloseableHttpClient client = target.mustBePublic() ? publicOnly : trusted;
        ClassicHttpResponse response = client.executeOpen(host, request, context);
        if (isOfProxy(response, context)) {
            response.close();
            throw new ProxyRefusalException(response.getCode());
        }
        return response;
    }

    /**
     * Only a proxy without a tunnel can reply with that status after it was passed; otherwise the reply is the
     * server's.
     */
    private static boolean isOfProxy(ClassicHttpResponse response, HttpClientContext context) {
        if (context.getAttribute(HttpClientFactory.PASSED_PROXY) == null) {
            return true;
        }
        RouteInfo route = context.getHttpRoute();
        return response.getCode() == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED
                && route != null
                && route.getProxyHost() != null
                && !route.isTunnelled();
    }

    @Override
    public void close() {
        trusted.close(CloseMode.IMMEDIATE);
        publicOnly.close(CloseMode.IMMEDIATE);
    }
}
