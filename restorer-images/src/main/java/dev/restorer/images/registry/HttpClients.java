package dev.restorer.images.registry;

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
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The two clients of a source, each with connections of its own: one for hosts that whoever runs the restore names, and
 * one for hosts that a public registry names. What they know by themselves of redirects, credentials, cookies and
 * compression is not used.
 */
final class Clients implements AutoCloseable {

    private final CloseableHttpClient trusted;
    private final CloseableHttpClient guarded;

    Clients(
            ImageSourceConfiguration configuration,
            Insecure insecure,
            Proxies proxies,
            Trust trust,
            DnsResolver pinned,
            DnsResolver system) {
        TlsSocketStrategy tls = (socket, host, port, attachment, context) ->
                upgraded(insecure, trust, socket, host, port, attachment, context);
        trusted = client(configuration, proxies, tls, pinned);
        guarded = client(configuration, proxies, tls, new GuardedAddresses(system, proxies.hosts()));
    }

    CloseableHttpClient of(Target target) {
        return target.isGuarded() ? guarded : trusted;
    }

    private static SSLSocket upgraded(
            Insecure insecure,
            Trust trust,
            Socket socket,
            String host,
            int port,
            @Nullable Object attachment,
            HttpContext context)
            throws IOException {
        boolean provesNothing = insecure.isListed(Origin.of(Origin.HTTPS, host, port));
        SSLContext ssl = provesNothing ? NoTrust.context() : trust.context();
        TlsSocketStrategy strategy = provesNothing
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
                return proxies.of(Origin.of(target.getSchemeName(), target.getHostName(), target.getPort()));
            } catch (FinalException e) {
                throw new HttpException(e.getMessage(), e);
            }
        }
    }

    @Override
    public void close() {
        trusted.close(CloseMode.IMMEDIATE);
        guarded.close(CloseMode.IMMEDIATE);
    }
}
