package dev.restorer.spi;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ImageCredentialTest {

    /** The registry would take the text after the colon for a part of the password. */
    @Test
    void aUserWithAColonIsRejectedWithoutBeingRepeated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageCredential.Basic("a:b", "secret"))
                .withMessage("the user has a colon");
    }
}
