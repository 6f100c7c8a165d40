package dev.restorer.core.formats.toml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.core.formats.FormatException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NegativeZerosTest {

    private static final BigDecimal NEGATIVE = new BigDecimal("-1e-400");

    private static Map<String, Object> read(String toml) {
        return TomlTable.read(toml.getBytes(UTF_8)).values();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.0", "-0.0_0", "-0e0", "-0.0E-1_0", "-0.00e+7 # zero", "-0.0\t\r\n"})
    void aNegativeZeroKeepsItsSign(String zero) {
        assertThat(NEGATIVE.doubleValue()).isEqualTo(-0.0);
        assertThat(read("x = " + zero)).isEqualTo(Map.of("x", NEGATIVE));
    }

    @Test
    void negativeZerosMayBeInArraysAndInlineTables() {
        assertThat(read("a = [-0.0,\n[-0.0] # [\n, {b=-0.0}]\nc = -0.0"))
                .isEqualTo(Map.of("a", List.of(NEGATIVE, List.of(NEGATIVE), Map.of("b", NEGATIVE)), "c", NEGATIVE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = 0.0",
                "x = -0",
                "x = -0.01",
                "x = -0.5e1",
                "x = '-0.0'",
                "x = '''\n-0.0\n'''",
                "# x = -0.0",
                "x = 1979-05-27",
                "-0.0 = 1",
                "[-0.0]",
                "[[-0.0]]\nx = [\n]\n[-0.1]",
                "x = {-0.0 = 1, -0.1 = 2}"
            })
    void everythingElseIsUnchanged(String toml) {
        assertThat(NegativeZeros.replace(toml)).isEqualTo(toml);
    }

    @Test
    void textThatIsNoTomlDoesNotBecomeToml() {
        for (String number : List.of("-00.0", "-0.", "1-0.0", "-0.0.0", "--0.0", "-0.0 0", "-0._0")) {
            assertThatThrownBy(() -> read("x = " + number)).isInstanceOf(FormatException.class);
        }
    }

    @Test
    void aNegativeZeroMayHaveAsManyDigitsAsANumberMayHave() {
        String zeros = "0".repeat(9_000);
        assertThat(read("x = -0." + zeros + "\ny = -0e" + zeros)).isEqualTo(Map.of("x", NEGATIVE, "y", NEGATIVE));
    }
}
