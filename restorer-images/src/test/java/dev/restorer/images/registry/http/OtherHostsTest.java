package dev.restorer.images.registry.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.images.registry.address.Origin;
import dev.restorer.images.registry.failure.OtherHostException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.junit.jupiter.api.Test;

class OtherHostsTest {

    private static final Origin REGISTRY = Origin.of(Origin.HTTPS, "r.example");
    private static final Origin STORAGE = Origin.of(Origin.HTTPS, "s.example");

    private static String remedy(IOException failure) {
        return ((OtherHostException) OtherHosts.at(STORAGE, REGISTRY, failure)).remedy();
    }

    @Test
    void aHostWithoutAConnectionIsToBeReached() {
        for (IOException failure : List.of(
                new UnknownHostException("s.example"),
                new ConnectException("Connection refused"),
                new ConnectTimeoutException("connect"),
                new NoRouteToHostException("No route to host"))) {
            assertThat(remedy(failure)).startsWith("Let this machine reach that host");
        }
    }

    @Test
    void aHostThatWasReachedIsToBeTriedLater() {
        for (IOException failure : List.of(
                new SocketTimeoutException("Read timed out"),
                new SocketException("Connection reset"),
                new NoHttpResponseException("failed to respond"))) {
            assertThat(remedy(failure)).startsWith("Try again later");
        }
    }

    @Test
    void aProxyThatRefusesAHostIsToBePassedForThatHost() {
        assertThat(remedy(new ProxyRefusalException(403))).endsWith("or list that host in NO_PROXY");
    }
}
