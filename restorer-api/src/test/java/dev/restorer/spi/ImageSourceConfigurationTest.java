package dev.restorer.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageSourceConfigurationTest {

    @Test
    void aConfigurationStaysAsItWasBuilt() {
        ImageSourceConfiguration.Builder builder = ImageSourceConfiguration.builder();
        ImageSourceConfiguration before = builder.maxConnections(2).build();
        builder.maxConnections(3);
        assertThat(before.maxConnections()).isEqualTo(2);
    }

    @Test
    void timeAndConnectionsAreMoreThanNone() {
        ImageSourceConfiguration.Builder builder = ImageSourceConfiguration.builder();
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxConnections(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.readTimeout(Duration.ZERO));
    }

    @Test
    void noTimeIsLongerThanAYear() {
        ImageSourceConfiguration.Builder builder = ImageSourceConfiguration.builder();
        Duration year = Duration.ofDays(365);
        assertThat(builder.connectTimeout(year)
                        .readTimeout(year)
                        .timeout(year)
                        .build()
                        .timeout())
                .isEqualTo(year);
        Duration longer = year.plusNanos(1);
        assertThatIllegalArgumentException().isThrownBy(() -> builder.connectTimeout(longer));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.readTimeout(longer));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.timeout(Duration.ofSeconds(Long.MAX_VALUE)))
                .withMessageEndingWith("must be more than zero and at most PT8760H");
    }

    @Test
    void noSecretIsInATextOfIt() {
        ImageSourceConfiguration configuration = ImageSourceConfiguration.builder()
                .environment(Map.of("CNB_REGISTRY_AUTH", "secret"))
                .build();
        assertThat(configuration.toString()).doesNotContain("secret");
        assertThat(new ImageCredential.Basic("user-name", "secret").toString()).doesNotContain("secret", "user-name");
        assertThat(new ImageCredential.Bearer("secret").toString()).doesNotContain("secret");
        assertThat(new ImageCredential.IdentityToken("secret").toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({"amd64, amd64", "x86_64, amd64", "aarch64, arm64", "i386, 386", "ppc64le, ppc64le", "s390x, s390x"})
    void theArchitectureIsCalledAsGoCallsIt(String java, String go) {
        assertThat(ImagePlatform.linux(java)).isEqualTo(new ImagePlatform("linux", go, null));
    }
}
