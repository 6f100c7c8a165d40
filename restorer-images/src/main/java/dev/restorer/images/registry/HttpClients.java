package dev.restorer.images.registry;

import dev.restorer.spi.ImageSourceConfiguration;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.RouteInfo;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The two HTTP clients of a source, each with its own connections: one for hosts that the user names, and one for hosts
 * that a public registry names. Their own handling of redirects, retries, cookies and compression is disabled.
 */
final class HttpClients implements AutoCloseable {

    private static final String PASSED_PROXY = "restorer-passed-proxy";

    private final CloseableHttpClient trusted;
    private final CloseableHttpClient publicOnly;

    HttpClients(
            ImageSourceConfiguration configuration,
            InsecureRegistries insecure,
            Proxies proxies,
            Trust trust,
            DnsResolver pinned,
            DnsResolver system) {
        TlsSocketStrategy tls = (socket, host, port, attachment, context) ->
                upgrade(insecure, trust, socket, host, port, attachment, context);
        trusted = client(configuration, proxies, tls, pinned);
        publicOnly = client(configuration, proxies, tls, new PublicAddresses(system, proxies.hosts()));
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

    /** Only a proxy without a tunnel can reply with that status after it was passed; otherwise the reply is the server's. */
    private static boolean isOfProxy(ClassicHttpResponse response, HttpClientContext context) {
        if (context.getAttribute(PASSED_PROXY) == null) {
            return true;
        }
        RouteInfo route = context.getHttpRoute();
        return response.getCode() == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED
                && route != null
                && route.getProxyHost() != null
                && !route.isTunnelled();
    }

    private static SSLSocket upgrade(
            InsecureRegistries insecure,
            Trust trust,
            Socket socket,
            String host,
            int port,
            @Nullable Object attachment,
            HttpContext context)
            throws IOException {
        boolean isInsecure = insecure.isListed(Origin.of(Origin.HTTPS, host, port));
        SSLContext ssl = isInsecure ? TrustAllCertificates.context() : trust.context();
        TlsSocketStrategy strategy = isInsecure
                ? new DefaultClientTlsStrategy(ssl, HostnameVerificationPolicy.CLIENT, NoopHostnameVerifier.INSTANCE)
                : new DefaultClientTlsStrategy(ssl);
        return strategy.upgrade(socket, host, port, attachment, context);
    }

    private static CloseableHttpClient client(
            ImageSourceConfiguration configuration, Proxies proxies, TlsSocketStrategy tls, DnsResolver resolver) {
        Timeout read = timeout(configuration.readTimeout());
        int connections = configuration.maxConnections();
        return HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(tls)
                        .setDnsResolver(resolver)
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .setDefaultTlsConfig(
                                TlsConfig.custom().setHandshakeTimeout(read).build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout(configuration.connectTimeout()))
                                .setSocketTimeout(read)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout(configuration.timeout()))
                        .setResponseTimeout(read)
                        .build())
                .setRoutePlanner(new ProxyRoutes(proxies))
                .setDefaultCredentialsProvider(proxies.credentials())
                // Reached only if there is no tunnel, or the proxy has opened it.
                .addExecInterceptorAfter(ChainElement.CONNECT.name(), PASSED_PROXY, (request, scope, chain) -> {
                    scope.clientContext.setAttribute(PASSED_PROXY, true);
                    return chain.proceed(request, scope);
                })
                .setUserAgent("restorer")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .build();
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.ofMilliseconds(Math.max(1, duration.toMillis()));
    }

    private static final class ProxyRoutes extends DefaultRoutePlanner {

        private final Proxies proxies;

        private ProxyRoutes(Proxies proxies) {
            super(DefaultSchemePortResolver.INSTANCE);
            this.proxies = proxies;
        }

        @Override
        protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) throws HttpException {
            try {
                return proxies.of(Origin.of(target));
            } catch (EnvironmentException e) {
                throw new HttpException(e.getMessage(), e);
            }
        }
    }

    @Override
    public void close() {
        trusted.close(CloseMode.IMMEDIATE);
        publicOnly.close(CloseMode.IMMEDIATE);
    }
}
