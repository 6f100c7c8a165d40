package dev.restorer.images.registry.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ChallengeTest {

    @Test
    void parametersMayBeQuoted() {
        assertThat(Challenge.parse(List.of("Bearer Realm=\"https://a/?b=c,d\", service=s,scope=\"x:\\\"y\\\":z\"")))
                .containsExactly(new Challenge(
                        "bearer", Map.of("realm", "https://a/?b=c,d", "service", "s", "scope", "x:\"y\":z")));
    }

    @Test
    void aHeaderMayHaveSeveralChallengesChallenges() {
        assertThat(Challenge.parse(List.of("Negotiate, Basic realm=\"a\", Bearer realm=\"b\"", "Digest nonce = x")))
                .containsExactly(
                        new Challenge("negotiate", Map.of()),
                        new Challenge("basic", Map.of("realm", "a")),
                        new Challenge("bearer", Map.of("realm", "b")),
                        new Challenge("digest", Map.of("nonce", "x")));
    }

    @Property
    void anyHeaderIsParsed(@ForAll("headers") String header) {
        assertThat(Challenge.parse(List.of(header))).isNotNull();
    }

    @Provide
    Arbitrary<String> headers() {
        return Arbitraries.strings().withChars("aB=\",\\ \tü").ofMaxLength(20);
    }
}
