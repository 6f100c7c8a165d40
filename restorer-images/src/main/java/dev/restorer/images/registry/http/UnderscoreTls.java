package dev.restorer.images.registry.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.StandardConstants;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;

/**
 * TLS to a host whose name has an underscore, such as that of a bucket. The JDK would neither send such a name to the
 * server nor verify it, so HttpClient verifies it.
 */
final class UnderscoreTls extends DefaultClientTlsStrategy {

    private final SNIServerName name;

    /** A {@link javax.net.ssl.SNIHostName} rejects underscores. */
    private static final class Name extends SNIServerName {

        Name(String host) {
            super(StandardConstants.SNI_HOST_NAME, host.getBytes(StandardCharsets.US_ASCII));
        }
    }

    UnderscoreTls(SSLContext context, String host) {
        super(context, HostnameVerificationPolicy.CLIENT, HttpsSupport.getDefaultHostnameVerifier());
        name = new Name(host);
    }

    @Override
    protected void initializeSocket(SSLSocket socket) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(name));
        socket.setSSLParameters(parameters);
    }
}
