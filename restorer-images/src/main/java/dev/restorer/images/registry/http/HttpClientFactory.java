package dev.restorer.images.registry.http;

import dev.restorer.images.registry.address.InsecureRegistries;
import dev.restorer.images.registry.address.Origin;
import dev.restorer.images.registry.failure.EnvironmentException;
import dev.restorer.images.registry.failure.NonRetryableException;
import dev.restorer.images.registry.proxy.Proxies;
import dev.restorer.images.registry.tls.Trust;
import dev.restorer.images.registry.tls.TrustAllCertificates;
import dev.restorer.spi.ImageSourceConfiguration;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Creates the HTTP clients of a source. Their own handling of redirects, retries, cookies and compression is disabled.
 *
 * @param configuration has the limits
 * @param insecure the registries whose certificates are not verified
 * @param proxies the proxies
 * @param trust the certificates that the others are verified with
 */
record HttpClientFactory(
        ImageSourceConfiguration configuration, InsecureRegistries insecure, Proxies proxies, Trust trust) {

    /** Set in the context of a request that has passed the proxy, or needs none. */
    static final String PASSED_PROXY = "restorer-passed-proxy";

    /** Creates a client that connects to the addresses that a resolver returns. */
    CloseableHttpClient client(DnsResolver resolver) {
        return HttpClientBuilder.create()
                .setConnectionManager(connections(resolver))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout(configuration.timeout()))
                        .setResponseTimeout(timeout(configuration.readTimeout()))
                        .build())
                .setRoutePlanner(new ProxyRoutes(proxies))
                .setDefaultCredentialsProvider(proxies.credentials())
                // Reached only if there is no tunnel, or the proxy has opened it.
                .addExecInterceptorAfter(ChainElement.CONNECT.name(), PASSED_PROXY, (request, scope, chain) -> {
                    scope.clientContext.setAttribute(PASSED_PROXY, true);
                    return chain.proceed(request, scope);
                })
                .setRequestExecutor(HttpRequestExecutor.builder()
                        .withHttp1StreamListener(new LimitedResponses())
                        .build())
                .setUserAgent("restorer")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .build();
    }

    private HttpClientConnectionManager connections(DnsResolver resolver) {
        Timeout read = timeout(configuration.readTimeout());
        int connections = configuration.maxConnections();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(this::upgrade)
                .setDnsResolver(resolver)
                .setMaxConnTotal(connections)
                .setMaxConnPerRoute(connections)
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(read).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(configuration.connectTimeout()))
                        .setSocketTimeout(read)
                        .build())
                .build();
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.ofMilliseconds(Math.max(1, duration.toMillis()));
    }

    /** Starts TLS on a connected socket. */
    private SSLSocket upgrade(Socket socket, String host, int port, @Nullable Object attachment, HttpContext context)
            throws IOException {
        return strategy(host, port).upgrade(socket, host, port, attachment, context);
    }

    private DefaultClientTlsStrategy strategy(String host, int port) throws NonRetryableException {
        if (insecure.isListed(Origin.of(Origin.HTTPS, host, port))) {
            return new DefaultClientTlsStrategy(
                    TrustAllCertificates.context(), HostnameVerificationPolicy.CLIENT, NoopHostnameVerifier.INSTANCE);
        }
        SSLContext verifying = trust.context();
        return host.indexOf('_') < 0 ? new DefaultClientTlsStrategy(verifying) : new UnderscoreTls(verifying, host);
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
}
