package dev.restorer.images.registry.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost.", "a.localhost", "A.b.LocalHost."})
    void namesBelowLocalhostAreThisMachine(String host) {
        assertThat(LocalNames.contains(host)).isTrue();
        assertThat(Origin.of(Origin.HTTP, host, 5000).isLoopback()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlocalhost", "localhost.example", "a.local", "10.0.0.1", "192.168.0.1", "172.16.0.1"})
    void otherNamesAndPrivateAddressesAreNot(String host) {
        assertThat(LocalNames.contains(host)).isFalse();
        assertThat(Origin.of(Origin.HTTP, host, 5000).isLoopback()).isFalse();
    }

    @Test
    void onlyNamesBelowLocalhostAreNotLookedUp() throws UnknownHostException {
        assertThat(LocalNames.addresses("a.localhost"))
                .allMatch(InetAddress::isLoopbackAddress)
                .hasSize(2);
        assertThat(LocalNames.addresses("localhost")).isNull();
        assertThat(LocalNames.addresses("r.example")).isNull();
    }
}
