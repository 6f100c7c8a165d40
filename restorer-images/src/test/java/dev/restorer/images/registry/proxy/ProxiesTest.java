package dev.restorer.images.registry.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restorer.images.registry.address.Origin;
import dev.restorer.images.registry.failure.EnvironmentException;
import dev.restorer.images.registry.failure.NonRetryableException;
import java.util.Map;
import java.util.Objects;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

    private static @Nullable HttpHost proxy(Map<String, String> environment, String address)
            throws NonRetryableException {
        return new Proxies(environment).of(Origin.of(java.net.URI.create(address)));
    }

    @Test
    void eachSchemeHasItsOwnProxyProxy() throws NonRetryableException {
        Map<String, String> environment = Map.of("HTTP_PROXY", "a.example:1", "https_proxy", "https://b.example");
        assertThat(proxy(environment, "http://r.example/")).hasToString("http://a.example:1");
        assertThat(proxy(environment, "https://r.example/")).hasToString("https://b.example:443");
        assertThat(proxy(Map.of(), "https://r.example/")).isNull();
    }

    @Test
    void upperCaseComesBeforeLowerCase() throws NonRetryableException {
        Map<String, String> environment = Map.of("HTTPS_PROXY", "a.example:1", "https_proxy", "b.example:2");
        assertThat(proxy(environment, "https://r.example/")).hasToString("http://a.example:1");
    }

    @Test
    void aCgiProcessHasNoProxyForHttp() throws NonRetryableException {
        Map<String, String> environment = Map.of("HTTP_PROXY", "a.example:1", "REQUEST_METHOD", "GET");
        assertThat(proxy(environment, "http://r.example/")).isNull();
    }

    @Test
    void aSocksProxyIsReported() {
        assertThatExceptionOfType(EnvironmentException.class)
                .isThrownBy(() -> proxy(Map.of("HTTPS_PROXY", "socks5://a.example:1"), "https://r.example/"))
                .withMessageContaining("the proxy in HTTPS_PROXY, socks5, is not supported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://u:secret@",
                "http://u:secret@a.example:x",
                "http://u:secret@a.example:65536",
                "http://u:secret%zz@a.example:1",
                "u:secret@a b",
                "http://[a.example]:1/secret",
                "://secret",
                "http://",
                ":3128/secret",
                " "
            })
    void aValueThatIsNoAddressIsReportedWithoutIt(String value) throws NonRetryableException {
        Map<String, String> environment = Map.of("https_proxy", value);
        assertThatExceptionOfType(EnvironmentException.class)
                .isThrownBy(() -> proxy(environment, "https://r.example/"))
                .withMessageStartingWith("https_proxy is not the address of a proxy")
                .withMessageNotContaining("secret");
        assertThat(proxy(environment, "http://r.example/")).isNull();
        assertThat(proxy(environment, "https://localhost/")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "a_b, http://a_b:80",
        "a_b:3128, http://a_b:3128",
        "HTTPS://A.example/, https://a.example:443",
        "http://u:p%40:@s@a.example:1/x, http://a.example:1",
        "[::1]:1, 'http://[::1]:1'",
        "http://a.example:, http://a.example:80"
    })
    void anAddressHasTheFormsOfGo(String value, String proxy) throws NonRetryableException {
        assertThat(proxy(Map.of("HTTPS_PROXY", value), "https://r.example/")).hasToString(proxy);
    }

    @Test
    void theCredentialsOfAProxyAreDecodedAndNotShown() {
        ProxyAddress address = Objects.requireNonNull(ProxyAddress.parse("http://u+%40:p%3A+@a.example:1"));
        UsernamePasswordCredentials credentials = Objects.requireNonNull(address.credentials());
        assertThat(credentials.getUserName()).isEqualTo("u+@");
        assertThat(credentials.getUserPassword()).containsExactly('p', ':', '+');
        assertThat(address).hasToString("http://a.example:1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://foo.com/ | foo.com | true",
                "https://bar.foo.com/ | foo.com | true",
                "https://xfoo.com/ | foo.com | false",
                "https://y.com/ | .y.com | false",
                "https://x.y.com/ | .y.com | true",
                "https://x.y.com/ | *.y.com | true",
                "https://y.com/ | *.y.com | false",
                "https://FOO.com/ | a.com, Foo.com | true",
                "https://foo.com:81/ | foo.com:80 | false",
                "https://foo.com:80/ | foo.com:80 | true",
                "https://foo.com/ | foo.com:443 | true",
                "https://1.2.3.4/ | 1.2.3.4 | true",
                "https://1.2.3.4/ | 1.2.3.0/24 | true",
                "https://1.2.4.4/ | 1.2.3.0/24 | false",
                "https://1.2.3.4:80/ | 1.2.3.4:81 | false",
                "https://[fe80::1]/ | fe80::/10 | true",
                "https://[2001:db8::1]:5/ | [2001:db8::1]:5 | true",
                "https://[2001:db8::1]:6/ | [2001:db8::1]:5 | false",
                "https://[2001:db8::1]/ | 2001:db8::1 | true",
                "https://foo.com/ | * | true",
                "https://foo.com/ | ,, | false",
                "https://localhost:5000/ | none.example | true",
                "https://127.0.0.2/ | none.example | true",
                "https://[::1]/ | none.example | true",
            })
    void noProxyListsHosts(String address, String list, boolean isWithout) throws NonRetryableException {
        Map<String, String> environment = Map.of("HTTPS_PROXY", "a.example:1", "NO_PROXY", list);
        assertThat(proxy(environment, address) == null).isEqualTo(isWithout);
    }
}
