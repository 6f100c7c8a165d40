package dev.restorer.images.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.spi.ImageReferenceException;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReferencePropertyTest {

    /**
     * The grammar of distribution/reference, except digests and underscores in hosts, which go-containerregistry has.
     */
    private static final String HOST_LABEL = "(?:\\w|\\w[\\w-]*\\w)";

    private static final String HOST =
            "(?:" + HOST_LABEL + "(?:\\." + HOST_LABEL + ")*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?";
    private static final String COMPONENT = "[a-z0-9]+(?:(?:[._]|__|[-]+)[a-z0-9]+)*";
    private static final Pattern GRAMMAR =
            Pattern.compile("(?:" + HOST + "/)?" + COMPONENT + "(?:/" + COMPONENT + ")*(?::\\w[\\w.-]{0,127})?");

    @Property(tries = 3000)
    void theStringOfAReferenceIsParsedToTheSame(@ForAll("references") String written) {
        Reference reference = Reference.parse(written);
        assertThat(Reference.parse(reference.toString())).isEqualTo(reference);
    }

    @Property(tries = 5000)
    void textOutsideTheGrammarIsRejectedWithAPosition(@ForAll("likeReferences") String text) {
        boolean known = GRAMMAR.matcher(text).matches();
        try {
            assertThat(Reference.parse(text)).isNotNull();
            assertThat(known).as(text).isTrue();
        } catch (ImageReferenceException e) {
            assertThat(e.index()).isBetween(0, text.length());
            assertThat(known && !hasAnotherReason(text)).as(text).isFalse();
        }
    }

    /**
     * The parser also limits ports to 16 bits, rejects ids of images, and, like Docker, takes text for a host only if
     * it has a period, a colon or an upper-case letter, which an address in brackets and a name with an underscore may
     * lack. The host of a URI is an address if its last part begins with a digit.
     */
    private static boolean hasAnotherReason(String text) {
        return Pattern.compile(
                        ":[0-9]{5,}/|^[0-9a-f]{64}$|^\\[[0-9A-Fa-f:]+\\][:/]|^[a-z0-9-]*_[a-z0-9_-]*/|^[^/]*\\.[0-9][^./:]*[:/]")
                .matcher(text)
                .find();
    }

    @Provide
    Arbitrary<String> references() {
        Arbitrary<String> host = Arbitraries.of(
                "", "localhost/", "localhost:5000/", "r.example/", "docker.io/", "[::1]:80/", "10.0.0.1:1/", "Host/");
        Arbitrary<String> component = Arbitraries.of("a", "a.b", "a__b", "a---b", "0", "library", "sha256");
        Arbitrary<String> tag = Arbitraries.of("", ":1", ":_", ":A.b-c", "@sha256:" + "0".repeat(64));
        return Combinators.combine(host, component, component, tag)
                .as((first, second, third, last) -> first + second + "/" + third + last);
    }

    @Provide
    Arbitrary<String> likeReferences() {
        return Arbitraries.strings().withChars("ab0A.:_-/[]@ü").ofMaxLength(9);
    }
}
