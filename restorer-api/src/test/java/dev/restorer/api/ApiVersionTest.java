package dev.restorer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiVersionTest {

    @ParameterizedTest
    @CsvSource({"0.10,0,10", "0.2,0,2", "v0.5,0,5", "1,1,0", "12.34,12,34"})
    void versionsAreRead(String text, int major, int minor) {
        assertThat(ApiVersion.parse(text)).contains(new ApiVersion(major, minor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0.", ".1", "0.1.2", "-1", "0.1 ", "1234567890.1", "0,1"})
    void otherTextsAreNone(String text) {
        assertThat(ApiVersion.parse(text)).isEmpty();
    }

    @Test
    void aNegativeNumberIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ApiVersion(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ApiVersion(0, -1));
    }

    @Test
    void theOrderIsThatOfNumbers() {
        ApiVersion ten = new ApiVersion(0, 10);
        assertThat(ten).isGreaterThan(new ApiVersion(0, 9)).isLessThan(new ApiVersion(1, 0));
        assertThat(ten.atLeast(0, 10)).isTrue();
        assertThat(ten.atLeast(0, 11)).isFalse();
        assertThat(ten).hasToString("0.10");
    }

    @Test
    void theKnownOnesAreThoseOfTheSpecification() {
        assertThat(KnownApis.PLATFORM.get(0)).hasToString("0.3");
        assertThat(KnownApis.newestPlatform()).hasToString("0.15");
        assertThat(KnownApis.BUILDPACK.get(0)).hasToString("0.2");
        assertThat(KnownApis.BUILDPACK.get(10)).hasToString("0.12");
    }
}
