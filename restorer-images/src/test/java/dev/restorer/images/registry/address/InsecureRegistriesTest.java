package dev.restorer.images.registry.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.CapturedLog;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsecureRegistriesTest {

    @ParameterizedTest
    @CsvSource({
        "http://r.example, http://r.example",
        "r.example:5000/team, r.example:5000/team",
        "https://u:secret@r.example, r.example"
    })
    void aTextThatIsNoRegistryIsAWarningWithWhatToWrite(String text, String shown) {
        try (CapturedLog log = new CapturedLog()) {
            InsecureRegistries insecure = InsecureRegistries.of(Set.of(text));
            assertThat(insecure.allows(Origin.of(Origin.HTTPS, "r.example"))).isFalse();
            assertThat(log.lines())
                    .containsExactly(
                            "WARN \"" + shown + "\" is not the name of an insecure registry, so TLS is required."
                                    + " Write HOST or HOST:PORT, without a scheme and a path.");
        }
    }

    @Test
    void aRegistryIsNoWarning() {
        try (CapturedLog log = new CapturedLog()) {
            InsecureRegistries insecure = InsecureRegistries.of(Set.of("R.example", "r.example:5000"));
            assertThat(insecure.allows(Origin.of(Origin.HTTPS, "r.example"))).isTrue();
            assertThat(insecure.allows(Origin.of(Origin.HTTP, "r.example:5000")))
                    .isTrue();
            assertThat(insecure.allows(Origin.of(Origin.HTTP, "r.example:5001")))
                    .isFalse();
            assertThat(log.lines()).isEmpty();
        }
    }
}
