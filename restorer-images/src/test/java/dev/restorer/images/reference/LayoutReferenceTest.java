package dev.restorer.images.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.restorer.spi.ImageReferenceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutReferenceTest {

    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    @Test
    void aTagIsOptional() {
        assertThat(Reference.parse("oci:/a/b")).isEqualTo(new LayoutReference("/a/b", null, null));
    }

    @Test
    void aTagFollowsAColon() {
        assertThat(Reference.parse("oci:a@b:v1.0")).isEqualTo(new LayoutReference("a@b", "v1.0", null));
    }

    /** A name in a layout may be a reference. */
    @Test
    void aTagMayBeAReference() {
        assertThat(Reference.parse("oci:a:r.example/b:1")).isEqualTo(new LayoutReference("a", "r.example/b:1", null));
    }

    @Test
    void aDigestFollowsAnAtSignSign() {
        assertThat(Reference.parse("oci:a@" + DIGEST))
                .isEqualTo(new LayoutReference("a", null, Digest.parse(DIGEST).orElseThrow()))
                .hasToString("oci:a@" + DIGEST);
    }

    @ParameterizedTest
    @CsvSource({"oci:, 4", "oci::tag, 4", "oci:a:, 6", "oci:a@sha256:abc, 6", "oci:@sha256:abc, 5"})
    void anErrorIsReportedWithItsPosition(String written, int index) {
        ImageReferenceException e = catchThrowableOfType(ImageReferenceException.class, () -> Reference.parse(written));
        assertThat(e).isNotNull();
        assertThat(e.index()).isEqualTo(index);
    }

    @Test
    void aTagAndADigestAreRejected() {
        assertThat(catchThrowableOfType(ImageReferenceException.class, () -> Reference.parse("oci:a:1@" + DIGEST)))
                .hasMessageContaining("at index 5 there is a tag");
    }
}
