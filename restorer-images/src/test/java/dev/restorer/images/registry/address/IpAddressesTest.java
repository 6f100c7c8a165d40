package dev.restorer.images.registry.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressesTest {

    private static boolean isPublic(String literal) {
        return IpAddresses.isPublic(Objects.requireNonNull(IpAddresses.literal(literal)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.63.0.1", "172.32.0.1", "198.20.0.1", "2606:4700::1", "64:ff9b::8.8.8.8"})
    void theseAddressesArePublic(String address) {
        assertThat(isPublic(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "127.0.0.2",
                "169.254.169.254",
                "172.16.0.1",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "[::1]",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "64:ff9b::10.0.0.1",
                "2002:0a00:0001::1"
            })
    void theseAddressesAreNotPublic(String address) {
        assertThat(isPublic(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"r.example", "1.2.3", "1.2.3.4.5", "01.2.3.4", "256.1.1.1", "0x7f.1", "2130706433", "a:b:c:z"})
    void aNameIsNotAnAddress(String name) {
        assertThat(IpAddresses.literal(name)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"256.1.1.1", "300.1.2.3", "1.2.3.999", ".:1", "..1:2", "r.example", ""})
    void aTextThatTheJdkWouldLookUpHasNotTheFormOfAnAddress(String name) {
        assertThat(IpAddresses.hasForm(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.9.10.99", "100.199.200.249", "250.255.0.1", "::", "fe80::1", "::ffff:1.2.3.4"})
    void anAddressHasTheFormOfOne(String address) {
        assertThat(IpAddresses.hasForm(address)).isTrue();
    }
}
